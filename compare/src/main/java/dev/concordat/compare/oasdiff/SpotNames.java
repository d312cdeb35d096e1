package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.SameText;
import dev.concordat.contracts.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What oasdiff calls the changes of schemas at the parts of messages. What is used by many operations is named once. Not
/// thread-safe.
final class SpotNames {
  private final Inclusions inclusions;
  private final SameText writing;
  private final Map<Schemas, List<SchemaName>> known = new HashMap<>();
  private final Map<Schemas, List<SchemaName>> unfelt = new HashMap<>();
  private final Map<Use, KnownNames> knownInside = new HashMap<>();

  /// Two schemas of one part of a message.
  ///
  /// @param isDefaultKnown whether it need not be there, so that its default says what is meant then
  private record Schemas(
      Schema before, Schema after, Area area, boolean isStronglyTyped, boolean isDefaultKnown) {}

  /// In what kind of part components are met, and what of it is named.
  private record Use(Area area, boolean isStronglyTyped, boolean isUnfelt) {}

  /// @param inclusions what is known of the schemas
  /// @param writing which of them are written alike
  SpotNames(Inclusions inclusions, SameText writing) {
    this.inclusions = inclusions;
    this.writing = writing;
  }

  /// All names.
  List<SchemaName> of(Spot spot) {
    return schemas(spot).map(this::names).orElse(List.of());
  }

  /// Names of changes that have no effect where they stand. Those are few, and found without naming all the others.
  List<SchemaName> unfelt(Spot spot) {
    return schemas(spot).map(this::unfelt).orElse(List.of());
  }

  /// Whether both sides have a schema, and the two are not written alike.
  boolean areWrittenOtherwise(Optional<Schema> before, Optional<Schema> after) {
    return before.isPresent()
        && after.isPresent()
        && !writing.isSame(before.get().view().schema(), after.get().view().schema());
  }

  /// Whether what is named has no effect where it stands.
  boolean isWithoutEffect(SchemaName name) {
    return isWithoutEffect(name.pair());
  }

  private boolean isWithoutEffect(Pair pair) {
    return inclusions.equalMeaning(pair.before().schema(), pair.after().schema());
  }

  /// Whether the schemas say the same, keyword by keyword, however it is spread over parts and references.
  boolean areOtherWords(Spot spot) {
    return schemas(spot)
        .map(both -> inclusions.equalMeaning(both.before, both.after))
        .orElse(false);
  }

  private List<SchemaName> names(Schemas schemas) {
    List<SchemaName> names = known.get(schemas);
    if (names == null) {
      names = named(schemas, false);
      known.put(schemas, names);
    }
    return names;
  }

  private List<SchemaName> unfelt(Schemas schemas) {
    List<SchemaName> names = unfelt.get(schemas);
    if (names == null) {
      names = named(schemas, true);
      unfelt.put(schemas, names);
    }
    return names;
  }

  private List<SchemaName> named(Schemas schemas, boolean isUnfelt) {
    if (writing.isSame(schemas.before, schemas.after)) {
      return List.of();
    }
    return NameWalk.names(
            schemas.before,
            schemas.after,
            schemas.area,
            schemas.isStronglyTyped,
            inclusions,
            writing,
            isUnfelt ? this::isWithoutEffect : pair -> true,
            knownInside.computeIfAbsent(
                new Use(schemas.area, schemas.isStronglyTyped, isUnfelt), use -> new KnownNames()))
        .stream()
        .filter(
            name ->
                schemas.isDefaultKnown || !name.id().startsWith("request-parameter-default-value-"))
        .toList();
  }

  private static Optional<Schemas> schemas(Spot spot) {
    return switch (spot) {
      case Spot.OfParameter(Parameter before, Parameter after) ->
          of(
              before.schema(),
              after.schema(),
              after.in() == ParameterLocation.HEADER ? Area.REQUEST_HEADER : Area.PARAMETER,
              true,
              !before.required() && !after.required());
      case Spot.OfRequestBody(MediaTypeSpec before, MediaTypeSpec after) ->
          of(before.schema(), after.schema(), Area.REQUEST_BODY, isStrong(after), true);
      case Spot.OfResponseHeader header ->
          of(header.before().schema(), header.after().schema(), Area.RESPONSE_HEADER, false, true);
      case Spot.OfResponseBody body ->
          of(
              body.before().schema(),
              body.after().schema(),
              Area.RESPONSE_BODY,
              isStrong(body.after()),
              true);
    };
  }

  /// Whether a number differs from its text.
  private static boolean isStrong(MediaTypeSpec spec) {
    return spec.mediaType().isJson();
  }

  private static Optional<Schemas> of(
      Optional<Schema> before,
      Optional<Schema> after,
      Area area,
      boolean isStronglyTyped,
      boolean isDefaultKnown) {
    return before.isPresent() && after.isPresent()
        ? Optional.of(
            new Schemas(
                before.get().view().schema(),
                after.get().view().schema(),
                area,
                isStronglyTyped,
                isDefaultKnown))
        : Optional.empty();
  }
}
