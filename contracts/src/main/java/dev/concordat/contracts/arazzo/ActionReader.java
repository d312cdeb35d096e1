package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what is to be done after a step.
final class ActionReader {
  private static final BigDecimal MAX_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "type",
          "workflowId",
          "stepId",
          "retryAfter",
          "retryLimit",
          "parameters",
          "criteria");

  private final FieldReader fields;
  private final Components components;
  private final PartReader parts;

  ActionReader(FieldReader fields, Components components, PartReader parts) {
    this.fields = fields;
    this.components = components;
    this.parts = parts;
  }

  /// @param kind which components they may be: `successActions`
  List<Action> read(ObjectNode holder, String member, String kind) {
    return fields.objects(holder, member, "an action").stream()
        .flatMap(node -> components.follow(node, kind).stream())
        .flatMap(node -> action(node).stream())
        .toList();
  }

  private Optional<Action> action(ObjectNode node) {
    fields.expectOnly(node, "an action", KNOWN);
    String name = Required.text(fields, node, "name", "the action");
    return type(node)
        .map(
            type ->
                new Action(
                    name,
                    type,
                    fields.text(node, "workflowId"),
                    fields.text(node, "stepId"),
                    seconds(node),
                    fields.integer(node, "retryLimit"),
                    parts.parameters(node),
                    parts.criteria(node, "criteria"),
                    node.place()));
  }

  private Optional<Action.Type> type(ObjectNode node) {
    String text = Required.text(fields, node, "type", "the action");
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Action.Type.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      fields.mismatch("type", node.get("type").orElse(node), "one of end, goto and retry");
      return Optional.empty();
    }
  }

  private Optional<Duration> seconds(ObjectNode node) {
    Optional<Node> given = Reading.member(node, "retryAfter");
    Optional<Duration> time =
        given
            .filter(ScalarNode.class::isInstance)
            .map(scalar -> ((ScalarNode) scalar).value())
            .filter(value -> value instanceof JsonNumber number && number.isTame())
            .map(value -> ((JsonNumber) value).decimal())
            .filter(value -> value.signum() >= 0 && value.compareTo(MAX_SECONDS) <= 0)
            .map(value -> Duration.ofMillis(value.movePointRight(3).longValue()));
    if (given.isPresent() && time.isEmpty()) {
      fields.mismatch("retryAfter", given.get(), "a number of seconds up to a year");
    }
    return time;
  }
}
