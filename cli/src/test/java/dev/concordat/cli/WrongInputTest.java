package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person gets who wrote something wrong: the place with its line, the fix, and exit code 2.
final class WrongInputTest {
  @TempDir private Path temporary;
  private GreeterWorkspace workspace;
  private CommandTester concordat;

  @BeforeEach
  void aWorkspace() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("work space"));
    workspace = GreeterWorkspace.in(folder);
    concordat = new CommandTester(temporary.resolve("home"), folder);
  }

  @Test
  void aBrokenConfigurationIsShownWithItsLine() {
    workspace.with("concordat.yaml", "systems:\n  greeter:\n    owner: team-a\n   run: java\n");

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error: this does not belong to what is open")
        .contains(
            "at concordat.yaml:4:4", "4 |    run: java\n    |    ^\n", "fix: indent this line")
        .doesNotContain("warning");
  }

  @ParameterizedTest
  @CsvSource({
    "concordat.yaml, ready:, redy:, concordat.yaml:5:5, did you mean `ready`?",
    "concordat.yaml, openapi.yaml, opnapi.yaml, concordat.yaml:7:16, did you mean `openapi.yaml`?",
    "greeter/openapi.yaml, 'greeter, ', '{greeter, ', greeter/openapi.yaml:, fix:",
    "flows/hello.flow.yaml, greeter.greet, greeter.great, flows/hello.flow.yaml:4:5, greeter.greet",
    "flows/hello.flow.yaml, call: greeter.greet, sleep: 2s, flows/hello.flow.yaml:4:5, within:",
    "flows/hello.flow.yaml, steps:, stepps:, flows/hello.flow.yaml:3:1, steps",
  })
  void aMistakeIsShownWithItsPlaceAndItsFix(
      String file, String right, String wrong, String place, String fix) {
    workspace.replacing(file, right, wrong);

    CommandTester.Result result = concordat.run("test");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("at " + place).contains(" | ").contains(fix);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void mistakesAreJsonWhenAskedFor() {
    workspace.replacing("concordat.yaml", "ready:", "redy:");

    CommandTester.Result result = concordat.run("test", "--format", "json");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out())
        .startsWith("{")
        .contains("\"kind\": \"input\"", "\"subject\": \"concordat.yaml:5:5\"");
  }

  @Test
  void anEmptyFolderIsNamed() throws IOException {
    Files.createDirectories(temporary.resolve("empty"));

    CommandTester.Result result = concordat.run("test", "../empty");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("no system was found here")
        .contains("at " + temporary.resolve("empty") + "   setup/nothing-found")
        .contains("concordat.yaml");
  }

  @ParameterizedTest
  @CsvSource({"test", "up", "init"})
  void aFolderThatIsNotThereIsNamed(String command) {
    CommandTester.Result result = concordat.run(command, "absent");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is no such file")
        .contains("at " + workspace.folder().resolve("absent") + " ");
  }

  @Test
  void aVariableForASystemThatIsNotThereIsAMistake() {
    CommandTester.Result result = concordat.run("test", "--set", "graeter:LEVEL=debug");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is no system `graeter`. Did you mean \"greeter\"?")
        .contains("--set graeter:LEVEL");
  }

  @Test
  void aRunWithoutACaseIsNoSuccess() {
    CommandTester.Result result = concordat.run("test", "--tag", "critcal");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no flow has the tag critcal");
  }

  @Test
  void aFileThatHoldsNoCaseIsNoSuccess() {
    CommandTester.Result result = concordat.run("test", "concordat.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("there is nothing in it that could be tested");
  }

  @Test
  void aRunForBudgetsWithoutAnyNamesHowToGiveOne() {
    CommandTester.Result result = concordat.run("test", "--only", "timing");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("there is nothing here that could be tested so", "--only timing")
        .contains("fix: give an operation a budget: budgets: {")
        .doesNotContain("no system provides");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBeforeAnythingStarts() throws IOException {
    Files.writeString(workspace.folder().resolve("taken"), "");

    CommandTester.Result result = concordat.run("test", "--report", "taken");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--report: the folder ").contains("cannot be written to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "tset                              | there is no command 'tset'. Did you mean \"test\"?",
        "test --fromat json                | there is no option '--fromat'. Did you mean \"--format\"?",
        "conform a.yaml --ulr http://b     | there is no option '--ulr'. Did you mean \"--url\"?",
        "test a b                          | 'b' is one argument too many.",
        "test --seed abc                   | 'abc' is not a whole number, which N must be.",
        "test --budget 30                  | '30' is not a time such as 30s, 5m or 1m30s",
        "up --ready-limit soon             | 'soon' is not a time such as 30s, 5m or 1m30s",
        "test --set LEVEL                  | --set",
        "replay                            | ID is missing",
        "replay zzzz                       | no incident 'zzzz'",
        "demo --fault orders-locationmissing | Did you mean \"orders-location-missing\"?",
        "demo --healthy --fault all        | choose one of them",
      })
  void aWrongCommandLineIsAnswered(String line, String answer) {
    CommandTester.Result result = concordat.run(line.strip().split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(answer.strip());
    assertThat(result.out()).isEmpty();
  }
}
