package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `*.flow.yaml`. The vocabulary is closed: what is not known is a problem with its place, never ignored.
public final class FlowReader {
  private static final List<String> KEYS =
      List.of("flow", "tags", "given", "each", "steps", "budget", "faults", "always");
  private static final String RUNS = "runs";
  private static final Pattern RUN_COUNT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final String CASE = "case";

  private FlowReader() {}

  /// A flow as far as it could be read. With an error among the problems it must not be run.
  public record FlowFile(Optional<Flow> flow, List<Problem> problems) {
    public FlowFile {
      problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  public static FlowFile read(Document document) {
    if (document.isBroken()) {
      return new FlowFile(Optional.empty(), document.problems());
    }
    var reading = new Reading();
    Optional<Flow> flow =
        reading.object(document.root(), "a flow").flatMap(root -> flow(document, root, reading));
    var problems = new ArrayList<>(document.problems());
    problems.addAll(reading.problems());
    return new FlowFile(flow, problems);
  }

  private static Optional<Flow> flow(Document document, ObjectNode root, Reading reading) {
    reading.checkKeys(root, KEYS, "a flow");
    Optional<String> name = root.get("flow").flatMap(node -> reading.text(node, "flow"));
    Optional<Node> steps = root.get("steps");
    if (name.isEmpty() || steps.isEmpty()) {
      String missing = name.isEmpty() ? "flow" : "steps";
      reading.error(root.place(), "missing-key", "the file has no " + missing + ":", "Add it.");
      return Optional.empty();
    }
    List<Flow.Row> rows = root.get("each").map(node -> rows(node, reading)).orElse(List.of());
    if (!rows.isEmpty()) {
      reading.introduce("each");
    }
    List<Given> given =
        root.get("given").map(node -> new GivenReader(reading).read(node)).orElse(List.of());
    reading.introduce("given");
    return Optional.of(
        new Flow(
            document.file(),
            name.get(),
            root.get("tags").map(node -> texts(node, reading)).orElse(List.of()),
            given,
            rows.isEmpty() ? List.of(new Flow.Row("", JsonObject.EMPTY)) : rows,
            steps(steps.get(), "steps", reading),
            root.get("always").map(node -> steps(node, "always", reading)).orElse(List.of()),
            root.get("faults").map(node -> together(node, reading)).orElse(List.of()),
            root.get("faults").map(node -> each(node, reading)).orElse(List.of()),
            root.get("budget").map(node -> budget(node, reading)).orElse(List.of()),
            root.place()));
  }

  private static List<FlowFault> together(Node node, Reading reading) {
    return FaultReader.isEach(node) ? List.of() : new FaultReader(reading).together(node);
  }

  private static List<FlowFault> each(Node node, Reading reading) {
    return node instanceof ObjectNode object ? new FaultReader(reading).each(object) : List.of();
  }

  private static List<Step> steps(Node node, String key, Reading reading) {
    if (!(node instanceof ArrayNode list) || list.items().isEmpty()) {
      reading.error(node.place(), "no-steps", key + " is a list with at least one step", "");
      return List.of();
    }
    var reader = new StepReader(reading);
    var steps = new ArrayList<Step>();
    list.items().forEach(item -> reader.read(item).ifPresent(steps::add));
    return steps;
  }

  private static List<String> texts(Node node, Reading reading) {
    List<Node> items = node instanceof ArrayNode array ? array.items() : List.of(node);
    return items.stream().flatMap(item -> reading.text(item, "a tag").stream()).toList();
  }

  private static List<Flow.Row> rows(Node node, Reading reading) {
    if (!(node instanceof ArrayNode list)) {
      reading.error(node.place(), "wrong-form", "each is a list of rows", "");
      return List.of();
    }
    var rows = new ArrayList<Flow.Row>();
    for (Node item : list.items()) {
      reading
          .object(item, "a row of each")
          .map(ObjectNode::toJson)
          .ifPresent(values -> rows.add(new Flow.Row(label(values), values)));
    }
    return rows;
  }

  private static String label(JsonObject values) {
    Optional<JsonValue> label = values.member(CASE);
    return label.orElse(null) instanceof JsonString(String text)
        ? text
        : label.map(JsonValue::toString).orElseGet(values::toString);
  }

  private static List<Budget> budget(Node node, Reading reading) {
    var budget = new ArrayList<Budget>();
    Optional<ObjectNode> object = reading.object(node, "budget");
    if (object.isEmpty()) {
      return budget;
    }
    int runs = object.get().get(RUNS).flatMap(it -> runs(it, reading)).orElse(0);
    for (ObjectNode.Member member : object.get().members()) {
      if (member.name().equals(RUNS)) {
        continue;
      }
      BudgetText.read(Reading.plain(member.value()))
          .ifPresentOrElse(
              found ->
                  budget.add(
                      new Budget(member.name(), runs, found, Reading.sentence(member.value()))),
              () ->
                  reading.error(
                      member.place(),
                      "wrong-budget",
                      "the budget of " + member.name() + " cannot be read",
                      BudgetText.FIX));
    }
    return budget;
  }

  private static Optional<Integer> runs(Node node, Reading reading) {
    String text = Reading.plain(node);
    if (RUN_COUNT.matcher(text).matches()) {
      return Optional.of(Integer.parseInt(text));
    }
    reading.error(node.place(), "wrong-budget", "runs is a number, not " + text, "Write runs: 59.");
    return Optional.empty();
  }
}
