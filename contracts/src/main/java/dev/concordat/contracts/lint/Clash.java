package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why no value satisfies a schema. Sound, not complete: silence proves nothing.
///
/// @param place of the sentence that comes last
/// @param why the two sentences, with their lines
record Clash(Place place, String why) {
  /// The schemas that hold together through `allOf` are looked at up to here.
  private static final int MAX_PARTS = 100;

  /// The clash among the sentences that all hold for one value: the schema's own and those of its `allOf`.
  static Optional<Clash> in(SchemaView view) {
    List<SchemaView> parts = new ArrayList<>();
    collect(view, parts, new HashSet<>());
    Optional<Clash> byValues = values(view, parts);
    if (byValues.isPresent()) {
      return byValues;
    }
    boolean isTyped = parts.stream().anyMatch(part -> !part.types().isEmpty());
    if (!isTyped || parts.stream().anyMatch(SchemaView::nullable)) {
      // Some type is always left, if only null.
      return Optional.empty();
    }
    Set<JsonType> left = EnumSet.allOf(JsonType.class);
    Optional<SchemaView> narrowed = Optional.empty();
    for (SchemaView part : parts) {
      Set<JsonType> types = widened(part.types());
      if (types.isEmpty()) {
        continue;
      }
      left.retainAll(types);
      if (left.isEmpty()) {
        return narrowed.map(other -> Sentence.clash(other, "type", part, "type"));
      }
      narrowed = Optional.of(part);
    }
    return ofTypes(left, parts);
  }

  /// A schema is impossible when every type that is left is.
  private static Optional<Clash> ofTypes(Set<JsonType> left, List<SchemaView> parts) {
    Optional<Clash> first = Optional.empty();
    for (JsonType type : left) {
      Optional<Clash> clash =
          switch (type) {
            case NULL, BOOLEAN -> Optional.empty();
            case INTEGER -> NumberClash.in(parts, true);
            case NUMBER -> NumberClash.in(parts, false);
            case STRING -> Sentence.sizes(parts, "minLength", "maxLength");
            case ARRAY -> Sentence.sizes(parts, "minItems", "maxItems");
            case OBJECT -> ObjectClash.in(parts);
          };
      if (clash.isEmpty()) {
        return Optional.empty();
      }
      first = first.or(() -> clash);
    }
    return first;
  }

  /// Where the values are listed, each can be tried.
  private static Optional<Clash> values(SchemaView view, List<SchemaView> parts) {
    for (SchemaView part : parts) {
      Optional<List<JsonValue>> listed = part.constValue().map(List::of).or(part::enumValues);
      if (listed.isPresent() && !listed.get().isEmpty()) {
        String keyword = part.constValue().isPresent() ? "const" : "enum";
        Schema schema = view.schema();
        if (listed.get().stream().noneMatch(schema::accepts)) {
          String broken = schema.validate(listed.get().getFirst()).getFirst().message();
          return part.placeOf(keyword)
              .map(
                  place ->
                      new Clash(
                          place,
                          "none of the values of its "
                              + keyword
                              + " is allowed by the rest; "
                              + broken));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<JsonType> widened(Set<JsonType> types) {
    Set<JsonType> all = EnumSet.noneOf(JsonType.class);
    all.addAll(types);
    if (types.contains(JsonType.NUMBER)) {
      all.add(JsonType.INTEGER);
    }
    return all;
  }

  private static void collect(SchemaView view, List<SchemaView> parts, Set<Object> seen) {
    if (parts.size() < MAX_PARTS && seen.add(view.schema().node())) {
      parts.add(view);
      view.allOf().forEach(part -> collect(part.view(), parts, seen));
    }
  }
}
