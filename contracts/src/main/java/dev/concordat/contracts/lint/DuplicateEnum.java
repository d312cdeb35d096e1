package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A value is listed twice: code that is made from the contract does not compile.
final class DuplicateEnum implements LintRule {
  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      if (view.schema().node() instanceof ObjectNode object
          && object.get("enum").orElse(null) instanceof ArrayNode values) {
        check(values, found);
      }
    }
  }

  private static void check(ArrayNode values, Consumer<Problem> found) {
    Map<JsonValue, Node> seen = new HashMap<>();
    for (Node value : values.items()) {
      Node first = seen.putIfAbsent(value.toJson(), value);
      if (first != null) {
        found.accept(
            Problem.warning(
                "lint/duplicate-enum",
                value.place(),
                value + " is listed already in line " + first.place().line(),
                "remove one of the two"));
      }
    }
  }
}
