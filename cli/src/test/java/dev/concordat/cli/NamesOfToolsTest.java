package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other tools call a difference of contracts for HTTP is looked for where somebody reads it.
class NamesOfToolsTest {
  private static final String NAME = "request-property-min-increased";

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace =
        ComparedWorkspace.in(temporary).with("old.yaml", ORDERS).with("narrow.yaml", NARROWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void formsForProgramsHoldThem(String form) {
    var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--format", form);

    assertThat(result.out()).contains(NAME);
  }

  @Test
  void filesOfAReportHoldThemWhateverStandardOutputIs() throws IOException {
    workspace.run("diff", "old.yaml", "narrow.yaml", "--report", "out");

    assertThat(Files.readString(workspace.folder().resolve("out/comparison.json"))).contains(NAME);
    assertThat(Files.readString(workspace.folder().resolve("out/comparison.sarif"))).contains(NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "github", "junit"})
  void aDifferenceIsAcceptedByOneInEveryForm(String form) {
    workspace.with(
        ".concordat-ignore.yaml",
        """
        accept:
          - alias: 'oasdiff:%s'
            owner: team-checkout
            reason: nobody orders fewer than five
            until: 2027-01-31
        """
            .formatted(NAME));

    var result = workspace.run("diff", "old.yaml", "narrow.yaml", "--format", form);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
  }
}
