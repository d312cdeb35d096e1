package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads values, selectors, outputs and the languages they are written in.
final class ValueReader {
  private static final Set<String> SELECTOR = Set.of("context", "selector", "type");

  private static final Set<String> EXPRESSION_TYPE = Set.of("type", "version");

  private final FieldReader fields;

  ValueReader(FieldReader fields) {
    this.fields = fields;
  }

  /// The value; an object with context, selector and type is a selector.
  Value read(Node node) {
    boolean isSelector =
        node instanceof ObjectNode object && SELECTOR.stream().allMatch(object::has);
    if (isSelector) {
      ObjectNode selector = (ObjectNode) node;
      fields.expectOnly(selector, "a selector", SELECTOR);
      selector.get("context").ifPresent(this::checkExpression);
      return new Value.Selected(
          fields.text(selector, "context").orElse(""),
          fields.text(selector, "selector").orElse(""),
          language(selector, "type").orElse(Language.SIMPLE),
          node.place());
    }
    if (node instanceof ScalarNode) {
      checkExpression(node);
    }
    return new Value.Given(node.toJson(), node.place());
  }

  List<Output> outputs(ObjectNode holder) {
    return fields.members(holder, "outputs").stream()
        .map(
            member -> {
              checkName(member);
              return new Output(member.name(), read(member.value()), member.place());
            })
        .toList();
  }

  private void checkName(ObjectNode.Member member) {
    if (!member.name().matches("[a-zA-Z0-9._-]+")) {
      fields.error(
          "bad-name",
          member.place(),
          "the output is named \"" + member.name() + "\"",
          "use letters, digits, dots, hyphens and underscores only");
    }
  }

  /// A language by its name, or by an object with name and version.
  Optional<Language> language(ObjectNode holder, String member) {
    if (holder.get(member).orElse(null) instanceof ObjectNode object) {
      fields.expectOnly(object, "an expression type", EXPRESSION_TYPE);
      String version = fields.text(object, "version").orElse("");
      return kind(object, "type").map(kind -> new Language(kind, version));
    }
    return kind(holder, member).map(kind -> new Language(kind, ""));
  }

  private Optional<Language.Kind> kind(ObjectNode holder, String member) {
    Optional<String> name = fields.text(holder, member);
    try {
      return name.map(text -> Language.Kind.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      Node wrong = holder.get(member).orElse(holder);
      fields.mismatch(member, wrong, "one of simple, regex, jsonpath, xpath and jsonpointer");
      return Optional.empty();
    }
  }

  /// Notes a text that begins like a runtime expression and is none.
  void checkExpression(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return;
    }
    for (String expression : RuntimeExpressions.in(scalar.text().orElse(""))) {
      if (!RuntimeExpressions.isExpression(expression)) {
        fields.warning(
            "bad-expression",
            node.place(),
            expression + " is not a runtime expression",
            RuntimeExpressions.fix(expression));
      }
    }
  }
}
