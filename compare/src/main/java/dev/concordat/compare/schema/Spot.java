package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A place in a value, and what the two schemas say of it.
///
/// @param isRequiredBefore whether the first schema requires that there is a value here
record Spot(
    Way way,
    Route route,
    Joined before,
    Joined after,
    boolean isRequiredBefore,
    boolean isRequiredAfter) {

  /// Whether one of these words stands on one of the sides; where none does, there is no edit by them.
  boolean hasAny(long words) {
    return before.hasAny(words) || after.hasAny(words);
  }

  Joined sender() {
    return way.sender(before, after);
  }

  Joined receiver() {
    return way.receiver(before, after);
  }

  /// Both sides, with what they say by a keyword.
  Edit edit(
      String keyword,
      String name,
      Edit.Change change,
      Optional<? extends Joined.Said<? extends JsonValue>> saidBefore,
      Optional<? extends Joined.Said<? extends JsonValue>> saidAfter) {
    return new Edit(
        keyword,
        name,
        change,
        route.pointer(),
        route.keywords(),
        side(before, keyword, saidBefore, isRequiredBefore),
        side(after, keyword, saidAfter, isRequiredAfter));
  }

  private static Edit.Side side(
      Joined joined,
      String keyword,
      Optional<? extends Joined.Said<? extends JsonValue>> said,
      boolean isRequired) {
    Optional<Schema> schema =
        said.map(each -> each.part().view().schema())
            .or(() -> joined.parts().stream().map(part -> part.view().schema()).findFirst());
    return side(
        joined,
        schema,
        said.map(Joined.Said::value),
        schema.map(each -> place(each, keyword, said.isPresent())),
        isRequired);
  }

  static Edit.Side side(
      Joined joined,
      Optional<Schema> schema,
      Optional<JsonValue> value,
      Optional<Located> place,
      boolean isRequired) {
    return new Edit.Side(
        schema,
        value,
        place,
        isRequired,
        joined.any(SchemaView::readOnly),
        joined.any(SchemaView::writeOnly),
        joined.first(SchemaView::defaultValue).isPresent());
  }

  /// Where the keyword stands; where there is none, the schema.
  static Located place(Schema schema, String keyword, boolean isSaid) {
    return isSaid && schema.node() instanceof ObjectNode object
        ? object
            .member(spelled(object, keyword))
            .<Located>map(member -> member)
            .orElse(schema.node())
        : schema.node();
  }

  private static String spelled(ObjectNode object, String keyword) {
    List<String> spellings =
        switch (keyword) {
          case Edit.NULLABLE -> List.of("nullable", "x-nullable", "type");
          case Edit.MAPPING -> List.of("discriminator");
          case "exclusiveMinimum" -> List.of(keyword, "minimum");
          case "exclusiveMaximum" -> List.of(keyword, "maximum");
          case "dependentRequired", "dependentSchemas" -> List.of(keyword, "dependencies");
          case "prefixItems" -> List.of(keyword, "items");
          default -> List.of(keyword);
        };
    return spellings.stream().filter(object::has).findFirst().orElse(keyword);
  }
}
