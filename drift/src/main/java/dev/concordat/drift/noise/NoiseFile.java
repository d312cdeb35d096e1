package dev.concordat.drift.noise;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The file of the rules of noise: a list `noise`, each with `operation`, `at`, `kind`, `why`, `owner` and `until`.
public final class NoiseFile {
  private static final List<String> MEMBERS =
      List.of("operation", "at", "kind", "why", "owner", "until");
  private static final List<String> KINDS =
      Arrays.stream(NoiseKind.values()).map(NoiseKind::word).toList();
  private static final int MAX_RULES = 10_000;

  private NoiseFile() {}

  /// A file as read.
  ///
  /// @param problems what of it cannot be used; with any of them none of the rules is safe to apply
  public record Read(List<NoiseRule> rules, List<Problem> problems) {
    public Read {
      rules = List.copyOf(rules);
      problems = List.copyOf(problems);
    }
  }

  /// The rules of a document.
  public static Read read(Document document) {
    List<Problem> problems =
        new ArrayList<>(document.problems().stream().filter(Problem::isError).toList());
    List<NoiseRule> rules = new ArrayList<>();
    Optional<ArrayNode> list =
        document.root() instanceof ObjectNode root
            ? root.get("noise").filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
            : Optional.empty();
    if (list.isEmpty()) {
      problems.add(problem(document.root(), "the file has no list `noise`", "write `noise: []`"));
      return new Read(rules, problems);
    }
    for (Node node : list.get().items().stream().limit(MAX_RULES).toList()) {
      if (node instanceof ObjectNode object) {
        rule(object, problems).ifPresent(rules::add);
      } else {
        problems.add(problem(node, "a rule is no object", "write `- operation: …`"));
      }
    }
    return new Read(rules, problems);
  }

  private static Optional<NoiseRule> rule(ObjectNode object, List<Problem> problems) {
    int before = problems.size();
    for (ObjectNode.Member member : object.members()) {
      if (!MEMBERS.contains(member.name())) {
        problems.add(
            problem(
                member.value(),
                "a rule has no `" + member.name() + "`",
                DidYouMean.fix(MEMBERS, member.name(), "there are " + MEMBERS)));
      }
    }
    String word = text(object, "kind");
    Optional<NoiseKind> kind = NoiseKind.of(word);
    if (kind.isEmpty()) {
      problems.add(
          problem(
              object.get("kind").orElse(object),
              "`" + word + "` is no kind of noise",
              DidYouMean.fix(KINDS, word, "there are " + KINDS)));
    }
    String at = text(object, "at");
    if (!at.startsWith("/") && !at.startsWith("header:")) {
      problems.add(
          problem(
              object.get("at").orElse(object),
              "`" + at + "` is no place of an answer",
              "write `/items/*/id` or `header:ETag`"));
    }
    Optional<LocalDate> until = until(object, problems);
    if (problems.size() > before || kind.isEmpty()) {
      return Optional.empty();
    }
    String operation = text(object, "operation");
    return Optional.of(
        new NoiseRule(
            operation.isEmpty() ? NoiseRule.EVERY_OPERATION : operation,
            at,
            kind.get(),
            text(object, "why"),
            text(object, "owner"),
            until));
  }

  private static Optional<LocalDate> until(ObjectNode object, List<Problem> problems) {
    String text = text(object, "until");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      problems.add(
          problem(
              object.get("until").orElse(object), "`" + text + "` is no date", "write 2026-06-30"));
      return Optional.empty();
    }
  }

  private static String text(ObjectNode object, String name) {
    Optional<JsonValue> value = object.get(name).map(Node::toJson);
    return value
        .map(json -> json instanceof JsonString(String text) ? text : JsonText.compact(json))
        .filter(text -> !text.equals("null"))
        .orElse("");
  }

  private static Problem problem(Node node, String message, String fix) {
    return Problem.error("drift/bad-noise", node.place(), message, fix);
  }

  /// The rules as a file that people can read and change.
  public static String write(List<NoiseRule> rules) {
    var out = new StringBuilder();
    out.append(
        "# Where true answers differ from one another, and how. Each kind still says something of the value:\n");
    out.append(
        "# id (the same form), time (the same form), order (the same items), counter (a number), random-text (a text).\n");
    out.append(
        "# After the day `until` a rule is no longer applied, and told. `owner` is who looks at it then.\n");
    out.append(rules.isEmpty() ? "noise: []\n" : "noise:\n");
    for (NoiseRule rule : rules) {
      out.append("  - operation: ").append(quoted(rule.operation())).append('\n');
      out.append("    at: ").append(quoted(rule.at())).append('\n');
      out.append("    kind: ").append(rule.kind().word()).append('\n');
      out.append("    why: ").append(quoted(rule.why())).append('\n');
      out.append("    owner: ").append(quoted(rule.owner())).append('\n');
      rule.until().ifPresent(date -> out.append("    until: ").append(date).append('\n'));
    }
    return out.toString();
  }

  /// YAML's double quotes hold JSON strings.
  private static String quoted(String text) {
    return JsonText.compact(new JsonString(text));
  }
}
