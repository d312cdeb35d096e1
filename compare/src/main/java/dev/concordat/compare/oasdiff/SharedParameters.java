package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.List;
import java.util.Optional;

/// Whether an operation has a parameter because all operations of its path have it.
final class SharedParameters {
  private SharedParameters() {}

  static boolean has(HttpOperation operation, Parameter parameter) {
    return operation.written() instanceof ObjectNode.Member member
        && member.value() instanceof ObjectNode own
        && own.parent().orElse(null) instanceof ObjectNode item
        && isIn(item, parameter)
        && !isIn(own, parameter);
  }

  private static boolean isIn(ObjectNode holder, Parameter parameter) {
    List<Node> list =
        holder.get("parameters").orElse(null) instanceof ArrayNode array
            ? array.items()
            : List.of();
    return list.stream().anyMatch(item -> isIt(item, parameter));
  }

  /// It is the parameter, or refers to it.
  private static boolean isIt(Node item, Parameter parameter) {
    if (!(item instanceof ObjectNode object)) {
      return false;
    }
    Optional<String> reference = text(object, "$ref");
    String pointer = parameter.written() instanceof Node node ? node.pointer() : "";
    return reference.isPresent()
        ? reference.get().endsWith("#" + pointer)
        : text(object, "name").equals(Optional.of(parameter.name()))
            && text(object, "in").equals(Optional.of(parameter.in().word()));
  }

  private static Optional<String> text(ObjectNode object, String name) {
    return object.get(name).orElse(null) instanceof ScalarNode scalar
        ? scalar.text()
        : Optional.empty();
  }
}
