package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `concordat diff` that is stopped while it reads its second side.
@Tag("slow")
final class StoppedComparisonTest {
  /// More than a pipe holds, so that whoever has written it knows that the other end reads.
  private static final int MORE_THAN_A_PIPE = 1 << 20;

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void saysNothingOfTheContractsAndKeepsNothing(String signal, int exitCode) throws Exception {
    // Given
    ComparedWorkspace workspace =
        ComparedWorkspace.in(temporary).with("old.yaml", ComparedWorkspace.ORDERS).committed();
    Path home = Files.createDirectories(temporary.resolve("home"));
    Process concordat =
        ConcordatProcess.start(home, workspace.folder(), "diff", "main:old.yaml", "-");
    OutputStream in = concordat.getOutputStream();
    in.write("# ".repeat(MORE_THAN_A_PIPE / 2).getBytes(StandardCharsets.UTF_8));
    in.flush();

    // When
    ConcordatProcess.signal(concordat, signal);

    // Then
    assertThat(concordat.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(concordat.exitValue()).isEqualTo(exitCode);
    assertThat(ConcordatProcess.log(workspace.folder()))
        .content()
        .doesNotContain("✓", "nothing breaks", "holds");
    try (Stream<Path> kept = Files.walk(home)) {
      assertThat(kept).noneMatch(Files::isRegularFile);
    }
  }
}
