package dev.concordat.compare.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of contracts with what the tests of other tools expect of them. How far we agree is told; where we do not, and why,
/// is in `docs/explanation/where-we-disagree.md`.
@Tag("conformance")
class PeersConformanceTest {
  @TempDir Path folder;

  /// What a tool says of a pair.
  enum Expected {
    BREAKS,
    HOLDS,
    CHANGED,
    UNCHANGED
  }

  @Test
  void openApiDiff() throws IOException {
    Score score =
        score(
            "openapi-diff-core.json",
            pair ->
                Optional.of(
                    switch (Pairs.text(pair, "expected")) {
                      case "incompatible" -> Expected.BREAKS;
                      case "compatible", "compatible-or-unchanged" -> Expected.HOLDS;
                      case "changed" -> Expected.CHANGED;
                      default -> Expected.UNCHANGED;
                    }),
            pair -> Set.of(),
            "openapi-diff");

    score.assertAgreement(0.55);
  }

  @Test
  void swaggerBrake() throws IOException {
    Score score =
        score(
            "swagger-brake.json",
            pair ->
                Optional.of(
                    Pairs.text(pair, "breaking").equals("true") ? Expected.BREAKS : Expected.HOLDS),
            pair -> Set.of(),
            "swagger-brake");

    score.assertAgreement(0.60);
  }

  @Test
  void azureOpenApiDiff() throws IOException {
    Score score =
        score(
            "azure-openapi-diff.json",
            pair -> Optional.empty(),
            pair -> Set.copyOf(Pairs.texts(pair, "rules")),
            "azure-openapi-diff");

    score.assertNames(0.30);
  }

  @Test
  void specmatic() throws IOException {
    Score score =
        score(
            "specmatic-bcc.json",
            pair ->
                Optional.of(
                    Pairs.text(pair, "compatible").equals("true")
                        ? Expected.HOLDS
                        : Expected.BREAKS),
            pair -> Set.of(),
            "specmatic");

    score.assertAgreement(0.70);
  }

  private Score score(
      String file,
      Function<ObjectNode, Optional<Expected>> expected,
      Function<ObjectNode, Set<String>> names,
      String tool)
      throws IOException {
    Pairs pairs = Pairs.of(file, folder);
    var score = new Score(tool);
    for (ObjectNode pair : pairs.cases()) {
      ContractComparison comparison = pairs.compare(pair, Policies.defaults(Pairs.TODAY));
      expected.apply(pair).ifPresent(it -> score.verdict(Pairs.text(pair, "id"), it, comparison));
      score.names(Pairs.text(pair, "id"), names.apply(pair), comparison);
      score.undecided(Pairs.text(pair, "id"), comparison);
    }
    System.out.println(score.summary());
    return score;
  }

  private static final class Score {
    private final String tool;
    private final List<String> against = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private int asked;
    private int named;
    private int wanted;

    Score(String tool) {
      this.tool = tool;
    }

    void verdict(String id, Expected expected, ContractComparison comparison) {
      asked++;
      boolean isRight =
          switch (expected) {
            case BREAKS -> !comparison.holds();
            case HOLDS -> comparison.holds();
            case CHANGED -> !comparison.differences().isEmpty();
            case UNCHANGED -> comparison.differences().isEmpty();
          };
      if (!isRight) {
        against.add(id + ": " + expected + " expected, found " + shown(comparison));
      }
    }

    void names(String id, Set<String> expected, ContractComparison comparison) {
      Set<String> found =
          comparison.differences().stream()
              .flatMap(difference -> difference.aliases().stream())
              .filter(alias -> alias.tool().equals(tool))
              .map(Alias::id)
              .collect(Collectors.toSet());
      for (String name : expected) {
        wanted++;
        if (found.contains(name)) {
          named++;
        } else {
          unnamed.add(id + ": " + name + " (found " + found + ")");
        }
      }
    }

    void undecided(String id, ContractComparison comparison) {
      comparison.differences().stream()
          .filter(difference -> difference.impact() == Impact.UNKNOWN)
          .forEach(
              it -> {
                undecided.add(id + ": " + it.message() + " " + it.evidence());
                boolean isExplained =
                    it.evidence() instanceof Evidence.Undecided(String reason, var ignored)
                        && !reason.isBlank();
                if (!isExplained) {
                  unexplained.add(id + ": " + it.message());
                }
              });
    }

    void assertAgreement(double least) {
      assertUndecidedIsExplained();
      assertThat((double) (asked - against.size()) / asked).isGreaterThanOrEqualTo(least);
    }

    void assertNames(double least) {
      assertUndecidedIsExplained();
      assertThat((double) named / wanted).isGreaterThanOrEqualTo(least);
    }

    private void assertUndecidedIsExplained() {
      assertThat(unexplained).as("undecided without a reason").isEmpty();
    }

    String summary() {
      if (Boolean.getBoolean("pairs.verbose")) {
        against.forEach(it -> System.out.println("AGAINST " + it));
        unnamed.forEach(it -> System.out.println("UNNAMED " + it));
        undecided.forEach(it -> System.out.println("UNDECIDED " + it));
      }
      return "%s: agrees on %d of %d, names %d of %d, undecided %d"
          .formatted(tool, asked - against.size(), asked, named, wanted, undecided.size());
    }

    private static List<String> shown(ContractComparison comparison) {
      return comparison.differences().stream()
          .map(
              it ->
                  it.impact()
                      + " "
                      + it.position().text()
                      + " "
                      + it.pointer()
                      + " "
                      + it.message())
          .toList();
    }
  }
}
