package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one step.
final class StepReader {
  private static final List<String> COMMON = List.of("id", "when", "faults");
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "call", List.of("with", "body", "headers", "expect", "within"),
          "receive", List.of("where", "expect", "within"),
          "row", List.of("where", "expect", "within"),
          "publish", List.of("payload", "key", "headers"),
          "never", List.of("where", "for"));
  private static final List<String> ORDER = List.of("call", "receive", "row", "publish", "never");

  private final Reading reading;
  private final TemplateReader values;

  StepReader(Reading reading) {
    this.reading = reading;
    this.values = new TemplateReader(reading);
  }

  Optional<Step> read(Node node) {
    Optional<ObjectNode> step = reading.object(node, "a step");
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> kinds = ORDER.stream().filter(step.get()::has).toList();
    if (kinds.size() != 1) {
      reading.checkKeys(step.get(), allKeys(), "a step");
      if (kinds.isEmpty() && reading.isSleep(step.get())) {
        return Optional.empty();
      }
      reading.error(
          node.place(),
          "unclear-step",
          kinds.isEmpty()
              ? "the step does nothing"
              : "the step does several things: " + String.join(", ", kinds),
          "A step has exactly one of " + String.join(", ", ORDER) + ".");
      return Optional.empty();
    }
    String kind = kinds.getFirst();
    var known = new ArrayList<>(COMMON);
    known.add(kind);
    known.addAll(KINDS.getOrDefault(kind, List.of()));
    reading.checkKeys(step.get(), known, "a " + kind + " step");
    return step.get().get(kind).flatMap(target -> read(kind, target, step.get()));
  }

  private static List<String> allKeys() {
    var keys = new ArrayList<>(COMMON);
    keys.addAll(ORDER);
    KINDS.values().forEach(keys::addAll);
    return keys;
  }

  private Optional<Step> read(String kind, Node target, ObjectNode step) {
    Optional<String> name = reading.text(target, kind);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Step.Heading heading = heading(step, target);
    Optional<Step> read =
        switch (kind) {
          case "call" -> call(heading, name.get(), step);
          case "receive" -> receive(heading, name.get(), step);
          case "row" -> row(heading, name.get(), target, step);
          case "publish" -> publish(heading, name.get(), step);
          default -> never(heading, name.get(), step);
        };
    if (!heading.id().isEmpty() && !reading.introduce(heading.id())) {
      reading.error(
          step.place(), "name-taken", "the id " + heading.id() + " is used twice", "Pick another.");
    }
    return read;
  }

  private Step.Heading heading(ObjectNode step, Node target) {
    String id = step.get("id").flatMap(node -> reading.text(node, "id")).orElse("");
    Optional<Condition> when = step.get("when").flatMap(this::condition);
    List<FlowFault> faults =
        step.get("faults").map(new FaultReader(reading)::together).orElse(List.of());
    return new Step.Heading(id, when, faults, new Sentence(step.place(), target.sourceLine()));
  }

  private Optional<Condition> condition(Node node) {
    String text = Reading.plain(node);
    Optional<Condition> condition = Condition.parse(text);
    if (condition.isEmpty()) {
      reading.error(
          node.place(),
          "wrong-condition",
          "when: " + text + " is not a condition",
          "Write $step.status == 503.");
    }
    condition.ifPresent(found -> reading.checkName(found.reference(), node.place()));
    return condition;
  }

  private Optional<Step> call(Step.Heading heading, String operation, ObjectNode step) {
    Optional<ObjectNode> expect =
        step.get("expect").flatMap(node -> reading.object(node, "expect"));
    expect.ifPresent(
        node -> reading.checkKeys(node, List.of("status", "headers", "body", "within"), "expect"));
    return Optional.of(
        new Step.Call(
            heading,
            operation,
            membersOf(step, "with"),
            step.get("body").map(values::template),
            membersOf(step, "headers"),
            expect.flatMap(this::answer),
            step.get("within").flatMap(node -> reading.duration(node, "within")),
            expect
                .flatMap(node -> node.get("within"))
                .flatMap(node -> reading.duration(node, "within"))));
  }

  /// The expected answer without `within`; header names in small letters, as answers are shown to patterns.
  private Optional<Pattern> answer(ObjectNode expect) {
    Map<String, Pattern> members = new LinkedHashMap<>();
    for (ObjectNode.Member member : expect.members()) {
      if (member.name().equals("headers")) {
        members.put("headers", lowerCase(values.pattern(member.value())));
      } else if (!member.name().equals("within")) {
        members.put(member.name(), values.pattern(member.value()));
      }
    }
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pattern.Members(members, false, Reading.sentence(expect)));
  }

  private static Pattern lowerCase(Pattern headers) {
    if (!(headers instanceof Pattern.Members object)) {
      return headers;
    }
    Map<String, Pattern> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, pattern) -> members.put(name.toLowerCase(Locale.ROOT), pattern));
    return new Pattern.Members(members, object.isExact(), object.sentence());
  }

  private Optional<Step> receive(Step.Heading heading, String message, ObjectNode step) {
    step.get("expect")
        .flatMap(node -> reading.object(node, "expect"))
        .ifPresent(node -> reading.checkKeys(node, List.of("payload", "headers", "key"), "expect"));
    return Optional.of(
        new Step.Receive(
            heading,
            message,
            step.get("where").map(values::pattern),
            step.get("expect").map(values::pattern),
            limit(step, "within", Step.DEFAULT_RECEIVE)));
  }

  private Optional<Step> row(Step.Heading heading, String name, Node target, ObjectNode step) {
    int dot = name.indexOf('.');
    if (dot < 1 || dot == name.length() - 1) {
      reading.error(
          target.place(),
          "wrong-row",
          "row: " + name + " names no table",
          "Write orders-db.orders.");
      return Optional.empty();
    }
    Optional<Pattern> expect = step.get("expect").map(values::pattern);
    boolean isAbsent =
        expect.orElse(null) instanceof Pattern.Matching matching
            && matching.matcher() instanceof Matcher.Absent;
    return Optional.of(
        new Step.Row(
            heading,
            name.substring(0, dot),
            name.substring(dot + 1),
            membersOf(step, "where"),
            isAbsent ? Optional.empty() : expect,
            isAbsent,
            limit(step, "within", Step.DEFAULT_ROW)));
  }

  private Optional<Step> publish(Step.Heading heading, String message, ObjectNode step) {
    Optional<Node> payload = step.get("payload");
    if (payload.isEmpty()) {
      reading.error(step.place(), "no-payload", "publish has no payload", "Add payload: {…}.");
    }
    return payload.map(
        node ->
            new Step.Publish(
                heading,
                message,
                values.template(node),
                step.get("key").map(values::template),
                membersOf(step, "headers")));
  }

  private Optional<Step> never(Step.Heading heading, String message, ObjectNode step) {
    return Optional.of(
        new Step.Never(
            heading,
            message,
            step.get("where").map(values::pattern),
            limit(step, "for", Step.DEFAULT_NEVER)));
  }

  private Template.Members membersOf(ObjectNode step, String key) {
    return step.get(key)
        .flatMap(node -> reading.object(node, key))
        .map(values::members)
        .orElse(Template.Members.NONE);
  }

  private Duration limit(ObjectNode step, String key, Duration otherwise) {
    return step.get(key).flatMap(node -> reading.duration(node, key)).orElse(otherwise);
  }
}
