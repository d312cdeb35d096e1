package dev.concordat.contracts.lint;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A component that nothing in its document refers to. Documents that offer no operations are libraries, and left alone.
final class UnusedComponent implements LintRule {
  private static final Set<String> REFERRED_BY_NAME = Set.of("securitySchemes");

  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    boolean isOffering =
        subject.contract() instanceof OpenApiContract contract && !contract.operations().isEmpty();
    if (!isOffering
        || subject.document().isEmpty()
        || !(subject.document().get().root() instanceof ObjectNode root)
        || !(root.get("components").orElse(null) instanceof ObjectNode components)) {
      return;
    }
    Set<String> texts = new HashSet<>();
    collect(root, texts);
    for (ObjectNode.Member kind : components.members()) {
      if (!REFERRED_BY_NAME.contains(kind.name()) && kind.value() instanceof ObjectNode named) {
        named.members().forEach(each -> check(kind.name(), each, texts, found));
      }
    }
  }

  private static void check(
      String kind, ObjectNode.Member component, Set<String> texts, Consumer<Problem> found) {
    String pointer = component.value().pointer();
    boolean isUsed =
        texts.contains(component.name())
            || texts.stream().anyMatch(text -> refersTo(text, pointer));
    if (!isUsed) {
      found.accept(
          Problem.warning(
              "lint/unused-component",
              component.place(),
              "nothing in this document refers to '" + component.name() + "' of " + kind,
              "remove it, or refer to it where it is meant"));
    }
  }

  private static boolean refersTo(String text, String pointer) {
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    return fragment.equals(pointer) || fragment.startsWith(pointer + "/");
  }

  /// The references and the names that discriminators map to.
  private static void collect(Node node, Set<String> texts) {
    switch (node) {
      case ScalarNode scalar -> {}
      case ArrayNode array -> array.items().forEach(item -> collect(item, texts));
      case ObjectNode object ->
          object
              .members()
              .forEach(
                  member -> {
                    if (member.value() instanceof ScalarNode scalar) {
                      boolean isReference =
                          member.name().equals("$ref")
                              || object.pointer().endsWith("/discriminator/mapping")
                              || member.name().equals("$dynamicRef");
                      if (isReference) {
                        scalar.text().ifPresent(texts::add);
                      }
                    }
                    collect(member.value(), texts);
                  });
    }
  }
}
