package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.RecordFault;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `faults`: a list of rules that hold together, or `on` with `each`, whose entries are cases of their own. A rule is
/// written as {@link RuleText} reads it, but for `on`, which names a link and an operation, `orders -> stock.createReservation`, or a
/// topic, `orders -> kafka.orders.confirmed`.
final class FaultReader {
  private static final String ON = "on";
  private static final String EACH = "each";
  private static final String FAULT = "fault";
  private static final String ARROW = "->";

  /// More faults of one flow or step than this are a mistake.
  private static final int MAX_FAULTS = 100;

  private static final String RULE = "wrong-fault";
  private static final String FIX =
      "Write {on: orders -> stock.createReservation, fault: {status: 503}, times: 2}.";

  /// Where and what a written link is.
  private record Target(LinkName link, Optional<String> operation) {}

  private final Reading reading;

  FaultReader(Reading reading) {
    this.reading = reading;
  }

  /// Whether every fault is to be a case of its own.
  static boolean isEach(Node node) {
    return node instanceof ObjectNode;
  }

  /// Faults that hold together.
  List<FlowFault> together(Node node) {
    if (!(node instanceof ArrayNode list)) {
      reading.error(node.place(), RULE, "faults is a list", FIX);
      return List.of();
    }
    var faults = new ArrayList<FlowFault>();
    for (Node item : limited(list)) {
      reading
          .object(item, "a fault")
          .flatMap(
              object ->
                  target(object)
                      .flatMap(target -> rule(target, object, object.toJson().without(ON))))
          .ifPresent(faults::add);
    }
    return faults;
  }

  /// Faults of which each is a case of its own.
  List<FlowFault> each(ObjectNode node) {
    reading.checkKeys(node, List.of(ON, EACH), "faults with each");
    Optional<Target> target = target(node);
    if (!(node.get(EACH).orElse(null) instanceof ArrayNode list) || list.items().isEmpty()) {
      reading.error(
          node.place(),
          RULE,
          "faults is a list, or has on and a list each",
          "Write {on: orders -> stock, each: [{latency: 3s}, reset]}.");
      return List.of();
    }
    var faults = new ArrayList<FlowFault>();
    for (Node item : limited(list)) {
      target.flatMap(it -> rule(it, item, ruleOf(item))).ifPresent(faults::add);
    }
    return faults;
  }

  private List<Node> limited(ArrayNode list) {
    if (list.items().size() > MAX_FAULTS) {
      reading.error(
          list.place(), RULE, "there are more than " + MAX_FAULTS + " faults", "Keep the first.");
      return List.of();
    }
    return list.items();
  }

  /// An entry of `each` is a whole rule, or the fault alone.
  private static JsonObject ruleOf(Node item) {
    JsonValue written = item.toJson();
    return written instanceof JsonObject object && object.has(FAULT)
        ? object
        : JsonObject.EMPTY.with(FAULT, written);
  }

  private Optional<Target> target(ObjectNode object) {
    Optional<ObjectNode.Member> written = object.member(ON);
    if (written.isEmpty()) {
      reading.error(object.place(), RULE, "the fault does not say on which link it is", FIX);
      return Optional.empty();
    }
    String text = Reading.plain(written.get().value());
    String[] ends = text.split(ARROW, -1);
    String consumer = ends[0].strip();
    String behind = ends.length == 2 ? ends[1].strip() : "";
    int dot = behind.indexOf('.');
    String provider = dot < 0 ? behind : behind.substring(0, dot);
    if (consumer.isEmpty() || provider.isEmpty() || dot == behind.length() - 1) {
      reading.error(written.get().place(), RULE, "on: " + text + " is no link", FIX);
      return Optional.empty();
    }
    return Optional.of(
        new Target(
            new LinkName(consumer, provider), dot < 0 ? Optional.empty() : Optional.of(behind)));
  }

  private Optional<FlowFault> rule(Target target, Node node, JsonObject written) {
    try {
      FaultRule rule = RuleText.read(written);
      if (rule.fault() instanceof RecordFault) {
        return Optional.of(ofMessages(target, rule, node, written));
      }
      if (target.operation().isPresent()) {
        // Says at once what cannot be disturbed by operation; which requests these are is known to
        // contracts only.
        rule = rule.on(Requests.ALL);
      }
      return Optional.of(
          new FlowFault(
              target.link(), target.operation(), rule, text(written), Reading.sentence(node)));
    } catch (IllegalArgumentException e) {
      reading.error(node.place(), RULE, String.valueOf(e.getMessage()), FIX);
      return Optional.empty();
    }
  }

  /// Behind the broker's name is a topic's, which may have dots as well.
  private static FlowFault ofMessages(
      Target target, FaultRule rule, Node node, JsonObject written) {
    String broker = target.link().provider() + ".";
    FaultRule named =
        target.operation().map(it -> rule.ofTopic(it.substring(broker.length()))).orElse(rule);
    return new FlowFault(
        target.link(), target.operation(), named, text(written), Reading.sentence(node));
  }

  private static String text(JsonObject rule) {
    return rule.size() == 1 ? rule.valueAt(0).toString() : rule.toString();
  }
}
