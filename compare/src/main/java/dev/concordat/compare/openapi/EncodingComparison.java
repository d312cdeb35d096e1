package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.EncodingChanged;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Compares how the members of forms and the parts of multipart bodies are written.
record EncodingComparison(
    Comparison comparison,
    Endpoint endpoint,
    Spot spot,
    Part part,
    String detail,
    Way way,
    SchemaSpots.Showing showing) {
  private static final JsonValue NOT_EMPTY = MadeSchemas.NOT_EMPTY.node().toJson();
  private static final JsonValue NOT_EMPTY_TEXT = MadeSchemas.NOT_EMPTY_TEXT.node().toJson();

  /// Whether neither contract says how members or parts are written.
  static boolean isUnsaid(MediaTypeSpec old, MediaTypeSpec now) {
    return old.encodings().byName().isEmpty() && now.encodings().byName().isEmpty();
  }

  void compare(MediaTypeSpec old, MediaTypeSpec now) {
    Set<String> names = new TreeSet<>(old.encodings().byName().keySet());
    names.addAll(now.encodings().byName().keySet());
    for (String name : names) {
      Optional<FieldEncoding> before = old.encodings().named(name);
      Optional<FieldEncoding> after = now.encodings().named(name);
      if (!isSame(before, after)) {
        compare(name, old, now);
      }
    }
  }

  private static boolean isSame(Optional<FieldEncoding> before, Optional<FieldEncoding> after) {
    return types(before).equals(types(after))
        && style(before).equals(style(after))
        && headers(before).equals(headers(after));
  }

  private static Set<String> types(Optional<FieldEncoding> encoding) {
    Set<String> types = new TreeSet<>();
    encoding.ifPresent(it -> it.contentTypes().forEach(type -> types.add(type.toString())));
    return types;
  }

  private static String style(Optional<FieldEncoding> encoding) {
    return encoding
        .flatMap(it -> it.style().map(style -> style.word() + " " + it.explode()))
        .orElse("");
  }

  private static Set<String> headers(Optional<FieldEncoding> encoding) {
    Set<String> required = new TreeSet<>();
    encoding.ifPresent(
        it ->
            it.headers().stream()
                .filter(Parameter::required)
                .forEach(header -> required.add(header.name())));
    return required;
  }

  private void compare(String name, MediaTypeSpec old, MediaTypeSpec now) {
    Optional<FieldEncoding> sent = way.sender(old, now).encodings().named(name);
    Optional<FieldEncoding> taken = way.receiver(old, now).encodings().named(name);
    if (isWider(sent, taken)) {
      add(name, old, now, Impact.SAFE, Comparison::proved);
      return;
    }
    List<JsonValue> values = holding(name, way.sender(old, now), way.receiver(old, now));
    for (JsonValue value : values) {
      if (showing.show(value, "", List.of()) instanceof Trial.Refused refused) {
        add(name, old, now, Impact.BREAKS, refused::evidence);
        return;
      }
    }
    add(
        name,
        old,
        now,
        Impact.UNKNOWN,
        () ->
            new Evidence.Undecided(
                "no body was found that shows whether '" + name + "' is still understood",
                values.stream().map(Words::shown).toList()));
  }

  /// Whether the receiver takes all media types that the sender may use, and asks for nothing more.
  private static boolean isWider(Optional<FieldEncoding> sent, Optional<FieldEncoding> taken) {
    List<MediaType> ranges = taken.map(FieldEncoding::contentTypes).orElse(List.of());
    List<MediaType> types = sent.map(FieldEncoding::contentTypes).orElse(List.of());
    boolean takesTypes =
        ranges.isEmpty()
            || (!types.isEmpty()
                && types.stream().allMatch(t -> ranges.stream().anyMatch(r -> r.admits(t))));
    return takesTypes
        && style(sent).equals(style(taken))
        && headers(sent).containsAll(headers(taken));
  }

  /// Small bodies in which the member is there: as a text, which every media type can be, and as whatever it may be.
  private List<JsonValue> holding(String name, MediaTypeSpec sender, MediaTypeSpec receiver) {
    Schema sent = sender.schema().orElse(MadeSchemas.ANYTHING);
    Schema taken = receiver.schema().orElse(MadeSchemas.ANYTHING);
    SmallValues values = comparison.witnesses().values();
    return List.of(NOT_EMPTY_TEXT, NOT_EMPTY).stream()
        .map(kind -> with(name, kind))
        .flatMap(
            member ->
                values
                    .shared(List.of(sent, taken, member), way.direction())
                    .or(() -> values.shared(List.of(sent, member), way.direction()))
                    .stream())
        .distinct()
        .toList();
  }

  private static Schema with(String name, JsonValue kind) {
    return MadeSchemas.of(
        new JsonObject(
            Map.of(
                "type", new JsonString("object"),
                "required", new JsonArray(List.of(new JsonString(name))),
                "properties", new JsonObject(Map.of(name, kind)))));
  }

  private void add(
      String name,
      MediaTypeSpec old,
      MediaTypeSpec now,
      Impact impact,
      Supplier<Evidence> evidence) {
    Located before = old.encodings().named(name).map(FieldEncoding::written).orElse(old.written());
    Located after = now.encodings().named(name).map(FieldEncoding::written).orElse(now.written());
    comparison.add(
        new EncodingChanged(endpoint, spot, name),
        part,
        detail,
        "/" + name,
        part == Part.RESPONSE_BODY ? AgreeRules.RESPONSE_BODY_UNEXPECTED : AgreeRules.BODY_REFUSED,
        impact,
        "the member '" + name + "' is written otherwise (encoding)",
        Optional.of(before),
        Optional.of(after),
        evidence);
  }
}
