package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A value is listed that the type beside it excludes: in YAML mostly `no`, `1.0` or a date without quotes.
final class EnumValueOfWrongType implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      Set<JsonType> types = view.types();
      if (!types.isEmpty()
          && view.schema().node() instanceof ObjectNode object
          && object.get("enum").orElse(null) instanceof ArrayNode values) {
        for (Node value : values.items()) {
          if (!isOneOf(types, value.toJson())) {
            found.accept(problem(types, value));
          }
        }
      }
    }
  }

  private static Problem problem(Set<JsonType> types, Node value) {
    String wanted = types.stream().map(JsonType::keyword).collect(Collectors.joining(" or "));
    String type = value.toJson().type();
    return Problem.warning(
        "lint/enum-value-of-wrong-type",
        value.place(),
        value
            + " is a "
            + type.toLowerCase(Locale.ROOT)
            + ", but the type is "
            + wanted
            + "; it can never be sent",
        types.contains(JsonType.STRING) ? "put it in quotes" : "correct the value or the type");
  }

  private static boolean isOneOf(Set<JsonType> types, JsonValue value) {
    if (value instanceof JsonNumber number) {
      return types.contains(JsonType.NUMBER)
          || (types.contains(JsonType.INTEGER) && number.isInteger());
    }
    // Null beside a type is told where null is allowed and how; tools write it often.
    return value == JsonNull.NULL
        || types.stream().anyMatch(type -> type.keyword().equals(value.type()));
  }
}
