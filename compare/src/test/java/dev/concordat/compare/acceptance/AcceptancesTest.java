package dev.concordat.compare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.acceptance.Acceptances.Applied;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptancesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final String FOR_A_WHILE = "reason: r, owner: team-a, until: 2027-01-31";

  private static final Difference BODY =
      difference("POST /orders/{id}", Part.REQUEST_BODY, "/items/*/sku", Impact.BREAKS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rule: agree/body-refused",
        "alias: 'oasdiff:request-property-removed'",
        "operation: 'POST /orders/{id}'",
        "operation: POST *",
        "operation: 'POST /order?/*'",
        "pointer: /items/*/sku",
        "pointer: '*'",
        "rule: agree/body-refused, operation: POST *, pointer: /items/*",
      })
  void anEntryAcceptsWhatItNames(String selection) {
    Applied applied = apply("accept:\n  - {" + selection + ", " + FOR_A_WHILE + "}\n", BODY);

    assertThat(applied.problems()).isEmpty();
    assertThat(only(applied).counts()).isFalse();
    assertThat(only(applied).acceptance().orElseThrow().owner()).isEqualTo("team-a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rule: agree/parameter-refused",
        "alias: 'oasdiff:request-property-removed-x'",
        "operation: POST /orders",
        "operation: GET *",
        "pointer: /items",
        "rule: agree/body-refused, operation: GET *",
        "id: ffffff",
      })
  void anEntryAcceptsNothingElse(String selection) {
    Applied applied = apply("accept:\n  - {" + selection + ", " + FOR_A_WHILE + "}\n", BODY);

    assertThat(only(applied).counts()).isTrue();
    assertThat(applied.problems()).extracting(Problem::rule).containsExactly("ignore/unmatched");
  }

  @Test
  void theBeginningOfAnIdIsEnough() {
    String id = BODY.id().substring(0, 4);

    Applied applied = apply("accept:\n  - {id: '" + id + "', " + FOR_A_WHILE + "}\n", BODY);

    assertThat(only(applied).counts()).isFalse();
  }

  @Test
  void anEntryHoldsToTheEndOfItsLastDay() {
    String list =
        "accept:\n  - {rule: agree/body-refused, reason: r, owner: o, until: 2026-11-28}\n";

    Applied applied = apply(list, BODY);

    assertThat(only(applied).counts()).isFalse();
  }

  @Test
  void anEntryOutOfDateIsNamedAndItsFindingCountsAgain() {
    String list =
        "accept:\n  - {rule: agree/body-refused, reason: r, owner: o, until: 2026-11-27}\n";

    Applied applied = apply(list, BODY);

    assertThat(only(applied).counts()).isTrue();
    assertThat(applied.problems()).extracting(Problem::rule).containsExactly("ignore/expired");
    assertThat(applied.problems()).noneMatch(Problem::isError);
  }

  @Test
  void aLaterEntryStandsInForOneOutOfDate() {
    String list =
        """
        accept:
          - {rule: agree/body-refused, reason: r, owner: old, until: 2026-01-01}
          - {rule: agree/body-refused, reason: r, owner: new, until: 2027-01-01}
        """;

    Applied applied = apply(list, BODY);

    assertThat(only(applied).acceptance().orElseThrow().owner()).isEqualTo("new");
  }

  @Test
  void whatIsNoFindingNeedsNobodyAndIsNoReasonToComplain() {
    Difference risky = difference("POST /orders", Part.REQUEST_BODY, "", Impact.RISKY);

    Applied applied = apply("accept:\n  - {operation: '*', " + FOR_A_WHILE + "}\n", risky);

    assertThat(only(applied).acceptance()).isEmpty();
    assertThat(applied.problems()).isEmpty();
  }

  @Test
  void anEntryWithAMistakeAcceptsNothing() {
    String list = "accept:\n  - {rule: agree/body-refused, reason: r, owner: o, until: soon}\n";

    Applied applied = apply(list, BODY);

    assertThat(only(applied).counts()).isTrue();
    assertThat(applied.problems()).allMatch(Problem::isError);
  }

  @Test
  void patternsFullOfStarsEndSoon() {
    Glob glob = new Glob("*a".repeat(2_000) + "b");

    assertThat(glob.matches("a".repeat(10_000))).isFalse();
  }

  private static Judged only(Applied applied) {
    return applied.pairs().getFirst().differences().getFirst();
  }

  private static Applied apply(String list, Difference difference) {
    var document =
        new DocumentReader(Path.of("."))
            .parse(Acceptances.FILE, list.getBytes(StandardCharsets.UTF_8));
    Subject subject = new Subject("the old contract", "a.yaml", "OpenAPI", "a", "1");
    var comparison =
        new ContractComparison(subject, subject, List.of(difference), Tally.NONE, List.of());
    return Acceptances.read(document).apply(List.of(ComparedPair.of(comparison)), TODAY);
  }

  private static Difference difference(String operation, Part part, String pointer, Impact impact) {
    return new Difference(
        AgreeRules.BODY_REFUSED,
        impact,
        new Evidence.Stated(),
        new Position(operation, part, "application/json"),
        pointer,
        "something changed",
        Optional.empty(),
        Optional.empty(),
        List.of(new Alias("oasdiff", "request-property-removed", "ERR")),
        List.of());
  }
}
