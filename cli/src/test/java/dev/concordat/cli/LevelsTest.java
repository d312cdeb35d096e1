package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat diff --levels TOOL`: the verdict that people who come from another tool are used to.
class LevelsTest {
  /// oasdiff calls it WARN, and a message shows that it breaks.
  private static final String BOUNDED =
      ORDERS.replace("qty: {type: integer, minimum: 1}", "qty: {type: integer, maximum: 9}");

  /// oasdiff calls it ERR, and no request is refused.
  private static final String ONE_SUCCESS_LESS =
      ORDERS.replace("\"201\": {description: made}", "\"202\": {description: taken}");

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary)
            .with("old.yaml", ORDERS)
            .with("narrow.yaml", NARROWER)
            .with("bounded.yaml", BOUNDED)
            .with(
                "two.yaml",
                ORDERS.replace(
                    "\"201\": {description: made}",
                    "\"201\": {description: made}\n        \"202\": {description: taken}"))
            .with("one.yaml", ONE_SUCCESS_LESS)
            .with("old.graphql", "type Query { a: Int }")
            .with("new.graphql", "type Query { a(b: Int): Int }")
            .with("old.proto", "syntax = \"proto3\";\npackage a;\nmessage M { int32 a = 1; }\n")
            .with("new.proto", "syntax = \"proto3\";\npackage a;\nmessage M { int32 b = 1; }\n");
  }

  @Test
  void whatOasdiffCallsAnErrorFailsWithItsNameBesideOurEvidence() {
    var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--levels", "oasdiff");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ 1 ERR by the levels of oasdiff: old.yaml → narrow.yaml\n")
        .contains("    named    oasdiff: ERR request-property-min-increased; here breaks\n")
        .contains("    witness  POST /orders HTTP/1.1\n");
  }

  @Test
  void whatItOnlyWarnsOfHoldsAndIsShownAllTheSame() {
    var result = workspace.run("diff", "old.yaml", "bounded.yaml", "--levels", "oasdiff");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("✓ nothing breaks by the levels of oasdiff (ERR): old.yaml → bounded.yaml\n")
        .contains("✗ agree/body-refused", "oasdiff: WARN request-property-max-set", "here breaks");
  }

  @Test
  void aMilderLevelCountsWhereItIsAskedFor() {
    var result =
        workspace.run(
            "diff", "old.yaml", "bounded.yaml", "--levels", "oasdiff", "--fail-on", "WARN");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).startsWith("✗ 1 WARN by the levels of oasdiff: ");
  }

  @Test
  void whatItCallsAnErrorFailsAlthoughAProofSaysThatItHolds() {
    var result = workspace.run("diff", "two.yaml", "one.yaml", "--levels", "oasdiff");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("✗ agree/changed-safely", "ERR response-success-status-removed; here safe");
  }

  @Test
  void everyFormSaysWhoseLevelsDecided() {
    var json =
        workspace.run("diff", "two.yaml", "one.yaml", "--levels", "oasdiff", "--format", "json");
    var junit =
        workspace.run("diff", "two.yaml", "one.yaml", "--levels", "oasdiff", "--format", "junit");

    assertThat(json.out()).contains("\"tool\": \"oasdiff\"", "\"breaking\": true");
    assertThat(junit.out()).contains("failures=\"1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "old.graphql, new.graphql, graphql-inspector, DANGEROUS, 1",
    "old.graphql, new.graphql, graphql-inspector, BREAKING, 0",
    "old.proto, new.proto, buf, WIRE_JSON, 1",
    "old.proto, new.proto, buf, WIRE, 0",
  })
  void levelsOfOtherKindsOfContracts(
      String old, String now, String tool, String level, int exitCode) {
    var result = workspace.run("diff", old, now, "--levels", tool, "--fail-on", level);

    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--levels x                    | no levels of 'x' are known; there are oasdiff",
        "--levels oasdiff --fail-on x  | oasdiff has no level 'x'; it has ERR, WARN, INFO",
        "--levels buf --fail-on A,B    | with --levels name one level",
      })
  void aWrongWordIsAnswered(String options, String answer) {
    var result = workspace.run(("diff old.yaml narrow.yaml " + options).strip().split(" +"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out() + result.err()).contains(answer);
  }
}
