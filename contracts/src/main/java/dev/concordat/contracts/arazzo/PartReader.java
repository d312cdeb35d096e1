package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads parameters, payloads and criteria.
final class PartReader {
  private static final Set<String> PARAMETER = Set.of("name", "in", "value");

  private static final Set<String> PAYLOAD = Set.of("contentType", "payload", "replacements");

  private static final Set<String> REPLACEMENT = Set.of("target", "targetSelectorType", "value");

  private static final Set<String> CRITERION = Set.of("context", "condition", "type");

  private final FieldReader fields;
  private final Components components;
  private final ValueReader values;

  PartReader(FieldReader fields, Components components, ValueReader values) {
    this.fields = fields;
    this.components = components;
    this.values = values;
  }

  List<Parameter> parameters(ObjectNode holder) {
    return fields.objects(holder, "parameters", "a parameter").stream()
        .flatMap(node -> parameter(node).stream())
        .toList();
  }

  /// A reference may give a value of its own.
  private Optional<Parameter> parameter(ObjectNode node) {
    Optional<ObjectNode> target = components.follow(node, "parameters");
    if (target.isEmpty()) {
      return Optional.empty();
    }
    fields.expectOnly(target.get(), "a parameter", PARAMETER);
    String name = Required.text(fields, target.get(), "name", "the parameter");
    Optional<Node> value = node.get("value").or(() -> target.get().get("value"));
    if (value.isEmpty()) {
      Required.missing(fields, target.get(), "value", "the parameter " + name);
      return Optional.empty();
    }
    return Optional.of(
        new Parameter(name, location(target.get()), values.read(value.get()), node.place()));
  }

  private Parameter.Location location(ObjectNode node) {
    Optional<String> text = fields.text(node, "in");
    try {
      return text.map(in -> Parameter.Location.valueOf(in.toUpperCase(Locale.ROOT)))
          .orElse(Parameter.Location.INPUT);
    } catch (IllegalArgumentException e) {
      Node wrong = node.get("in").orElse(node);
      fields.mismatch("in", wrong, "one of path, query, querystring, header and cookie");
      return Parameter.Location.INPUT;
    }
  }

  Optional<Payload> payload(ObjectNode step) {
    return fields
        .object(step, "requestBody")
        .map(
            body -> {
              fields.expectOnly(body, "a requestBody", PAYLOAD);
              return new Payload(
                  fields.text(body, "contentType").orElse(""),
                  body.get("payload").map(values::read),
                  fields.objects(body, "replacements", "a replacement").stream()
                      .flatMap(one -> replacement(one).stream())
                      .toList(),
                  body.place());
            });
  }

  private Optional<Payload.Replacement> replacement(ObjectNode node) {
    fields.expectOnly(node, "a replacement", REPLACEMENT);
    String target = Required.text(fields, node, "target", "the replacement");
    if (!node.has("value")) {
      Required.missing(fields, node, "value", "the replacement");
    }
    return node.get("value")
        .map(
            value ->
                new Payload.Replacement(
                    target,
                    values.language(node, "targetSelectorType"),
                    values.read(value),
                    node.place()));
  }

  List<Criterion> criteria(ObjectNode holder, String member) {
    return fields.objects(holder, member, "a criterion").stream().map(this::criterion).toList();
  }

  private Criterion criterion(ObjectNode node) {
    fields.expectOnly(node, "a criterion", CRITERION);
    String condition = Required.text(fields, node, "condition", "the criterion");
    Language language = values.language(node, "type").orElse(Language.SIMPLE);
    Optional<String> context = fields.text(node, "context");
    node.get("context").ifPresent(values::checkExpression);
    if (language.kind() != Language.Kind.SIMPLE && Reading.member(node, "context").isEmpty()) {
      Required.missing(
          fields,
          node,
          "context",
          "the criterion of type " + language.kind().name().toLowerCase(Locale.ROOT));
    }
    if (language.kind() == Language.Kind.REGEX) {
      fields.checkRegex(node.get("condition").orElse(node), condition);
    }
    return new Criterion(condition, context, language, node.place());
  }
}
