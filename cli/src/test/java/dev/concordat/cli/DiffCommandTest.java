package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static dev.concordat.cli.ComparedWorkspace.WIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat diff` as a person gives it.
class DiffCommandTest {
  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary)
            .with("old.yaml", ORDERS)
            .with("narrow.yaml", NARROWER)
            .with("wide.yaml", WIDER);
  }

  @Test
  void showsTheMessageThatBreaksWithBothSentences() {
    var result = workspace.run("diff", "old.yaml", "narrow.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ 1 break: old.yaml → narrow.yaml\n  OpenAPI Orders 1.4.0 · ")
        .contains("✗ agree/body-refused   POST /orders   request body application/json   ")
        .contains("    witness  POST /orders HTTP/1.1\n")
        .contains("{\"sku\":\"\",\"qty\":1}\n")
        .contains("    old      old.yaml:16  qty: {type: integer, minimum: 1}\n")
        .contains("    new      narrow.yaml:16  qty: {type: integer, minimum: 5}\n")
        .containsPattern("    replay   concordat replay [0-9a-f]{6}\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aCredentialThatTheContractDoesNotDescribeIsNotTakenForNone() {
    String secured =
        ORDERS
            + "security: [{key: []}]\n"
            + "components: {securitySchemes: {key: {type: http, scheme: bearer}}}\n";
    workspace
        .with("secured.yaml", secured)
        .with("bad.yaml", secured.replace("{type: http, scheme: bearer}", "{type: apiKey}"));

    var result = workspace.run("diff", "secured.yaml", "bad.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("? agree/not-compared", "does not say where its key travels");
  }

  @Test
  void aChangeThatBreaksNobodyHolds() {
    var result = workspace.run("diff", "old.yaml", "wide.yaml");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("✓ nothing breaks: old.yaml → wide.yaml\n");
  }

  @Test
  void theSameFileHasNoDifference() {
    var result = workspace.run("diff", "old.yaml", "old.yaml", "--format", "json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\"holds\": true", "\"breaking\": false", "\"differences\": []");
  }

  @Test
  void oneSideMayComeFromStandardInput() {
    var result = workspace.runWith(ORDERS, Map.of(), "diff", "-", "narrow.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).startsWith("✗ 1 break: - → narrow.yaml\n").contains("old      -:16  ");
  }

  @Test
  void saysWhichVersionIsNeeded() {
    var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--suggest-version");

    assertThat(result.out())
        .contains(
            "  version 2.0.0 (major: 1 break); narrow.yaml states 1.4.0, which is not enough\n");
  }

  @Test
  void failsOnlyOnWhatIsAskedFor() {
    var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--fail-on", "unknown,policy");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("✗ agree/body-refused");
  }

  @Test
  void writesAFileOfEveryForm() throws IOException {
    workspace.run("diff", "old.yaml", "narrow.yaml", "--report", "out");

    try (Stream<Path> files = Files.list(workspace.folder().resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "comparison.txt",
              "comparison.json",
              "comparison.md",
              "comparison.sarif",
              "junit.xml");
    }
  }

  @Test
  void appendsMarkdownToTheSummaryOfAGitHubJob() throws IOException {
    Path summary = temporary.resolve("summary.md");
    Files.writeString(summary, "before\n");

    var result =
        workspace.runWith(
            "",
            Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
            "diff",
            "old.yaml",
            "narrow.yaml",
            "--format",
            "github");

    assertThat(result.out()).startsWith("::error file=narrow.yaml,line=16,endLine=16,title=agree/");
    assertThat(summary).content().startsWith("before\n### ❌ 1 break: `old.yaml` → `narrow.yaml`");
  }

  @Nested
  class Folders {
    @Test
    void contractsArePairedByTheirNames() {
      workspace
          .with("a/orders.yaml", ORDERS)
          .with("a/deep/same.yaml", ORDERS)
          .with("b/orders.yaml", NARROWER)
          .with("b/deep/same.yaml", ORDERS);

      var result = workspace.run("diff", "a", "b");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .startsWith("✗ 1 break: a → b\n  2 pairs · ")
          .contains("b/orders.yaml:16");
    }

    @Test
    void aContractThatIsGoneBreaksAndOneThatIsNewDoesNot() {
      workspace
          .with("a/orders.yaml", ORDERS)
          .with(
              "b/payments.yaml",
              ORDERS.replace("title: Orders", "title: Payments").replace("/orders", "/charges"));

      var result = workspace.run("diff", "a", "b");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("✗ agree/contract-removed")
          .contains("OpenAPI contract Orders is gone")
          .contains("1 safe change");
    }

    @Test
    void aContractThatMovedIsNotGone() {
      workspace.with("a/orders.yaml", ORDERS).with("b/v1/contract.yaml", NARROWER);

      var result = workspace.run("diff", "a", "b");

      assertThat(result.out()).contains("✗ agree/body-refused").doesNotContain("contract-removed");
    }

    @Test
    void schemasThatAContractRefersToAreComparedThere() {
      String referring =
          ORDERS.replace("qty: {type: integer, minimum: 1}", "qty: {$ref: 'schemas/qty.json'}");
      workspace
          .with("a/orders.yaml", referring)
          .with(
              "a/schemas/qty.json",
              "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\":"
                  + " \"integer\", \"minimum\": 1}")
          .with("b/orders.yaml", referring)
          .with(
              "b/schemas/qty.json",
              "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\":"
                  + " \"integer\", \"minimum\": 5}");

      var result = workspace.run("diff", "a", "b");

      assertThat(result.out())
          .startsWith("✗ 1 break: a → b\n  OpenAPI Orders")
          .contains("new      b/schemas/qty.json:1");
    }

    @Test
    void filesOfOtherKindsAreCounted() {
      workspace
          .with("a/orders.yaml", ORDERS)
          .with("a/stubs.json", "{\"request\": {\"url\": \"/\"}, \"response\": {\"status\": 200}}")
          .with("b/orders.yaml", ORDERS)
          .with("b/stubs.json", "{\"request\": {\"url\": \"/\"}, \"response\": {\"status\": 201}}");

      var result = workspace.run("diff", "a", "b");

      assertThat(result.exitCode()).isZero();
      assertThat(result.out())
          .contains("note  not compared, because their kinds cannot be: 1 WireMock mappings");
    }
  }

  @Nested
  class Accepting {
    private static final String ENTRY =
        """
        accept:
          - rule: agree/body-refused
            operation: POST /orders
            pointer: /qty
            reason: nobody orders fewer than five
            owner: team-checkout
            until: UNTIL
        """;

    @Test
    void aFindingThatIsAcceptedDoesNotCount() {
      workspace.with(".concordat-ignore.yaml", ENTRY.replace("UNTIL", "2027-01-31"));

      var result = workspace.run("diff", "old.yaml", "narrow.yaml");

      assertThat(result.exitCode()).isZero();
      assertThat(result.out())
          .startsWith("✓ nothing breaks that is not accepted")
          .contains(
              "    accepted by team-checkout until 2027-01-31: nobody orders fewer than five "
                  + " .concordat-ignore.yaml:2");
    }

    @Test
    void anEntryOutOfDateIsNamedAndTheFindingCounts() {
      workspace.with(".concordat-ignore.yaml", ENTRY.replace("UNTIL", "2026-11-27"));

      var result = workspace.run("diff", "old.yaml", "narrow.yaml");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .contains("warning: the entry of team-checkout ended on 2026-11-27")
          .contains("at .concordat-ignore.yaml:2:5   ignore/expired");
    }

    @Test
    void theListIsFoundAboveTheNewContract() {
      workspace
          .with(".concordat-ignore.yaml", ENTRY.replace("UNTIL", "2027-01-31"))
          .with("services/orders/old.yaml", ORDERS)
          .with("services/orders/new.yaml", NARROWER);

      var result = workspace.run("diff", "services/orders/old.yaml", "services/orders/new.yaml");

      assertThat(result.exitCode()).isZero();
    }

    @Test
    void anotherListCanBeNamed() {
      workspace.with("lists/accepted.yaml", ENTRY.replace("UNTIL", "2027-01-31"));

      var result =
          workspace.run("diff", "old.yaml", "narrow.yaml", "--ignore", "lists/accepted.yaml");

      assertThat(result.exitCode()).isZero();
    }

    @Test
    void aMistakeInTheListIsBadInput() {
      workspace.with(
          ".concordat-ignore.yaml",
          ENTRY.replace("UNTIL", "2027-01-31").replace("owner:", "onwer:"));

      var result = workspace.run("diff", "old.yaml", "narrow.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("ignore/unknown-member").contains("did you mean `owner`?");
    }
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "diff old.yaml                          | name an OLD and a NEW contract",
          "diff old.yaml nowhere.yaml             | nowhere.yaml: there is no file or folder of"
              + " that name",
          "diff old.yaml narow.yaml               | did you mean narrow.yaml?",
          "diff old.yaml .                        | one is a folder and the other a file",
          "diff old.yaml narrow.yaml --fail-on x  | there is no impact 'x'; there are breaks,"
              + " unknown",
          "diff old.yaml narrow.yaml --stored x   | 'x' is none of backward, forward and full",
          "diff old.yaml wide.yaml narrow.yaml    | 2 old contracts are a history",
          "diff old.yaml narrow.yaml --format x   | 'x'",
          "diff old.yaml narrow.yaml --ignore x   | the list of accepted differences cannot be"
              + " read",
          "diff old.yaml narrow.yaml --formt json | Did you mean \"--format\"?",
          "diff old.yaml narrow.yaml --allow-reference ftp://x | --allow-reference: ",
          "diff - -                               | standard input can be read only once",
        })
    void aWrongCommandLineIsAnswered(String line, String answer) {
      var result = workspace.run(line.strip().split(" +"));

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out() + result.err()).contains(answer.strip());
    }

    @Test
    void kindsThatCannotBeComparedAreNamedWithThoseThatCan() {
      workspace.with(
          "pact.json",
          "{\"consumer\": {\"name\": \"a\"}, \"provider\": {\"name\": \"b\"}, \"interactions\": [],"
              + " \"metadata\": {\"pactSpecification\": {\"version\": \"2.0.0\"}}}");

      var result = workspace.run("diff", "pact.json", "narrow.yaml");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out())
          .contains("there is no comparison of an old Pact document with a new OpenAPI document")
          .contains("fix: diff compares two documents of one kind: OpenAPI, ");
    }

    @Test
    void aFileThatIsNotReadToItsEndIsNotCompared() {
      workspace.with("broken.yaml", ORDERS.replace("  /orders:", "  /orders: {"));

      var result = workspace.run("diff", "old.yaml", "broken.yaml", "--format", "json");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("at broken.yaml:").contains("contract/yaml-syntax");
      assertThat(result.out())
          .contains("\"verdict\": \"bad-input\"")
          .contains("\"rule\": \"contract/yaml-syntax\"");
    }

    @Test
    void aSentenceThatCannotBeReadIsNeverTakenForOneThatSaysNothing() {
      workspace.with(
          "dangling.yaml", ORDERS.replace("sku: {type: string}", "sku: {$ref: '#/nowhere'}"));

      var result = workspace.run("diff", "old.yaml", "dangling.yaml");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).contains("? agree/not-compared").contains("dangling.yaml:15");
      assertThat(result.err()).contains("contract/dangling-reference").contains("  15 | ");
    }

    @Test
    void aSentenceThatIsBrokenInBothSaysNothingOfTheChange() {
      String broken = ORDERS.replace("sku: {type: string}", "sku: {$ref: '#/nowhere'}");
      workspace.with("a.yaml", broken).with("b.yaml", broken);

      var result = workspace.run("diff", "a.yaml", "b.yaml");

      assertThat(result.out()).doesNotContain("agree/not-compared");
    }

    @Test
    void aFolderThatCannotTakeTheReportIsToldBeforeAnythingIsCompared() {
      workspace.with("taken", "");

      var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--report", "taken");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("--report: the folder ").contains("cannot be written to");
      assertThat(result.out()).isEmpty();
    }
  }
}
