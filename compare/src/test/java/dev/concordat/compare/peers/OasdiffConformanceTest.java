package dev.concordat.compare.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.peer.LevelledTool;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of contracts with what oasdiff's own tests expect of them.
@Tag("conformance")
class OasdiffConformanceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/comparison-rules.md");
  private static final double LEAST_VERDICTS = 0.95;
  private static final double LEAST_SAME = 0.75;
  private static final double LEAST_RULES = 0.85;

  @TempDir Path folder;

  @Test
  void agreesOnWhatBreaksAndWhatItIsCalled() throws IOException {
    Pairs pairs = Pairs.of("oasdiff-cases.json", folder);
    var score = new Score(Disagreements.with("oasdiff"), levels());
    for (ObjectNode pair : pairs.cases()) {
      score.add(pair, pairs.compare(pair, policies(pair)));
    }

    System.out.println(score.summary());
    assertThat(score.share(score.rightVerdicts, score.verdicts))
        .as("verdicts that are the same")
        .isGreaterThanOrEqualTo(LEAST_SAME);
    assertThat(score.share(score.rightVerdicts + score.explained, score.verdicts))
        .as("verdicts that are the same, or differ by a message or a proof")
        .isGreaterThanOrEqualTo(LEAST_VERDICTS);
    assertThat(score.share(score.rightByLevels, score.verdicts))
        .as("verdicts that are the same where oasdiff's levels decide")
        .isGreaterThanOrEqualTo(LEAST_VERDICTS);
    assertThat(score.share(score.foundRules, score.rules)).isGreaterThanOrEqualTo(LEAST_RULES);
  }

  /// What has no effect is told by the names of oasdiff, so it is told although nobody asks for names.
  @Test
  void whoDoesNotLookForNamesIsToldTheSameDifferences() throws IOException {
    Pairs pairs = Pairs.of("oasdiff-cases.json", folder);
    for (ObjectNode pair : pairs.cases()) {
      Policies policies = policies(pair);
      List<String> named = told(pairs.compare(pair, policies));
      List<String> unnamed = told(pairs.compare(pair, Comparer.withoutNamesOfTools(policies)));

      assertThat(unnamed).as(Pairs.text(pair, "id")).containsExactlyElementsOf(named);
    }
  }

  private static List<String> told(ContractComparison comparison) {
    return comparison.differences().stream()
        .map(it -> it.impact() + " " + it.id() + " " + it.message() + " " + it.also())
        .toList();
  }

  @Test
  void everyRuleIsOnThePageOfRules() throws IOException {
    String page = Files.readString(PAGE);

    List<String> lacking =
        levels().entrySet().stream()
            .map(rule -> "| `" + rule.getKey() + "` | " + rule.getValue() + " |")
            .filter(row -> !page.contains(row))
            .toList();

    assertThat(lacking).isEmpty();
  }

  private Map<String, String> levels() throws IOException {
    Map<String, String> levels = new TreeMap<>();
    for (ObjectNode rule : Pairs.of("oasdiff-rules.json", folder).cases()) {
      levels.put(Pairs.text(rule, "id"), Pairs.text(rule, "level"));
    }
    return levels;
  }

  private static Policies policies(ObjectNode pair) {
    ObjectNode options = (ObjectNode) pair.get("options").orElseThrow();
    int stable = 0;
    int beta = 0;
    if (options.get("deprecationDays").orElse(null) instanceof ObjectNode days) {
      stable = Integer.parseInt(Pairs.text(days, "stable"));
      beta = Integer.parseInt(Pairs.text(days, "beta"));
    }
    return new Policies(Reading.CLOSED, Policies.Stored.BACKWARD, Pairs.TODAY, stable, beta);
  }

  private static final class Score {
    private final Disagreements disagreements;
    private final Map<String, String> levels;
    private final List<String> unexplained = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> otherByLevels = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int verdicts;
    private int rightVerdicts;
    private int rightByLevels;
    private int explained;
    private int rules;
    private int foundRules;
    private int unwanted;
    private int exact;
    private int rightExact;

    Score(Disagreements disagreements, Map<String, String> levels) {
      this.disagreements = disagreements;
      this.levels = levels;
    }

    void add(ObjectNode pair, ContractComparison comparison) {
      String id = Pairs.text(pair, "id");
      ObjectNode expected = (ObjectNode) pair.get("expected").orElseThrow();
      List<String> wanted =
          Pairs.items(expected, "changes").map(it -> Pairs.text((ObjectNode) it, "id")).toList();
      List<String> found =
          new ArrayList<>(
              comparison.differences().stream().flatMap(it -> names(it).stream()).toList());
      verdict(pair, id, wanted, comparison);
      var left = new ArrayList<>(found);
      for (String rule : wanted) {
        rules++;
        if (left.remove(rule)) {
          foundRules++;
        } else {
          missing.add(id + ": " + rule + " (found " + new HashSet<>(found) + ")");
        }
      }
      Set<String> absent = new HashSet<>(Pairs.texts(expected, "absent"));
      unwanted += (int) found.stream().filter(absent::contains).count();
      exactly(pair, id, expected, wanted.size(), found);
    }

    /// Cases that say that nothing else is found; those with a scope speak of its rules alone.
    private void exactly(
        ObjectNode pair, String id, ObjectNode expected, int wanted, List<String> found) {
      if (!Pairs.text(expected, "exact").equals("true")) {
        return;
      }
      Set<String> scope = new HashSet<>(Pairs.texts(pair, "scope"));
      String until = Pairs.text(pair, "untilLevel");
      List<String> seen =
          found.stream()
              .filter(it -> scope.isEmpty() || scope.contains(it))
              .filter(it -> isAtLeast(levels.getOrDefault(it, ""), until))
              .toList();
      exact++;
      if (seen.size() == wanted) {
        rightExact++;
      } else if (Boolean.getBoolean("pairs.verbose")) {
        System.out.println("EXACT " + id + ": " + wanted + " wanted, " + seen);
      }
    }

    private static boolean isAtLeast(String level, String until) {
      List<String> order = List.of("INFO", "WARN", "ERR");
      return order.indexOf(level) >= order.indexOf(until);
    }

    private void verdict(
        ObjectNode pair, String id, List<String> wanted, ContractComparison comparison) {
      String breaking = Pairs.text(pair, "breaking");
      boolean isSaid = breaking.equals("true") || breaking.equals("false");
      if (!isSaid || isUntold(pair, wanted)) {
        return;
      }
      verdicts++;
      byLevels(id, breaking.equals("true"), comparison);
      boolean isBreaking = !comparison.holds();
      if (isBreaking == breaking.equals("true")) {
        rightVerdicts++;
      } else if (isExplained(wanted, comparison)) {
        explained++;
        told.add(id + ": " + breaking + " expected " + wanted + ", found " + findings(comparison));
      } else {
        unexplained.add(
            id + ": " + breaking + " expected " + wanted + ", found " + findings(comparison));
      }
    }

    /// Whether a case says that something is found and not what.
    private static boolean isUntold(ObjectNode pair, List<String> wanted) {
      return wanted.isEmpty()
          && pair.get("expected").orElseThrow() instanceof ObjectNode expected
          && Pairs.text(expected, "nonempty").equals("true");
    }

    /// The verdict of `diff --levels oasdiff`.
    private void byLevels(String id, boolean isBreaking, ContractComparison comparison) {
      Counting levels = LevelledTool.OASDIFF.usual();
      List<Difference> counted = comparison.differences().stream().filter(levels::counts).toList();
      if (counted.isEmpty() != isBreaking) {
        rightByLevels++;
      } else {
        otherByLevels.add(
            id
                + ": "
                + isBreaking
                + " expected, counted "
                + counted.stream().flatMap(it -> names(it).stream()).toList());
      }
    }

    /// What we find broken is shown by a message and told on the page; what we let pass is told there, or its proof stands
    /// beside the rule's name.
    private boolean isExplained(List<String> wanted, ContractComparison comparison) {
      return comparison.holds()
          ? wanted.stream()
              .filter(rule -> levels.getOrDefault(rule, "").equals("ERR"))
              .allMatch(rule -> disagreements.explainsPass(rule) || isProved(rule, comparison))
          : comparison.differences().stream()
              .filter(difference -> difference.impact().isFinding())
              .filter(difference -> !isVersion(difference))
              .allMatch(difference -> disagreements.explainsBreak(difference, "oasdiff"));
    }

    /// That a version was not raised is found only because something else was.
    private static boolean isVersion(Difference difference) {
      return names(difference).stream()
          .anyMatch(name -> name.startsWith("api-") && name.contains("version"));
    }

    private static boolean isProved(String rule, ContractComparison comparison) {
      return comparison.differences().stream()
          .anyMatch(
              difference ->
                  names(difference).contains(rule)
                      && difference.evidence() instanceof Evidence.Proved);
    }

    double share(int part, int whole) {
      return whole == 0 ? 1 : (double) part / whole;
    }

    String summary() {
      if (Boolean.getBoolean("pairs.verbose")) {
        unexplained.forEach(it -> System.out.println("VERDICT " + it));
        told.forEach(it -> System.out.println("EXPLAINED " + it));
        otherByLevels.forEach(it -> System.out.println("LEVELS " + it));
        missing.forEach(it -> System.out.println("MISSING " + it));
      }
      return "oasdiff: verdict %d of %d (%.1f %%), %d more on purpose; by its levels %d (%.1f %%); rules %d of %d (%.1f %%); unwanted %d; exact %d of %d"
          .formatted(
              rightVerdicts,
              verdicts,
              100 * share(rightVerdicts, verdicts),
              explained,
              rightByLevels,
              100 * share(rightByLevels, verdicts),
              foundRules,
              rules,
              100 * share(foundRules, rules),
              unwanted,
              rightExact,
              exact);
    }

    private static List<String> findings(ContractComparison comparison) {
      return comparison.differences().stream()
          .filter(it -> it.impact().isFinding())
          .map(
              it ->
                  it.impact()
                      + " "
                      + it.position().text()
                      + " "
                      + it.pointer()
                      + " "
                      + it.message()
                      + " "
                      + names(it))
          .toList();
    }
  }

  private static List<String> names(Difference difference) {
    return difference.aliases().stream()
        .filter(alias -> alias.tool().equals("oasdiff"))
        .map(Alias::id)
        .toList();
  }
}
