package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How commands end that start nothing: all is told, and the exit code is that of the verdict.
class EndedCommandTest {
  private static final String PROTO =
      "syntax = \"proto3\";\npackage a;\nmessage M {\n  %s x = 1;\n}\n";

  @TempDir private Path home;
  @TempDir private Path folder;

  private int run(String... arguments) throws IOException, InterruptedException {
    Process process = ConcordatProcess.start(home, folder, arguments);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @CsvSource({"int32, HOLDS", "string, FINDINGS"})
  @ParameterizedTest
  void comparingEndsWithItsVerdict(String type, Verdict verdict)
      throws IOException, InterruptedException {
    // Given contracts that another program compiles, unpacked for it
    Files.writeString(folder.resolve("old.proto"), PROTO.formatted("int32"));
    Files.writeString(folder.resolve("new.proto"), PROTO.formatted(type));

    // When
    int exitCode = run("diff", "--format", "json", "old.proto", "new.proto");

    // Then
    assertThat(exitCode).isEqualTo(verdict.exitCode());
    assertThat(Files.readString(ConcordatProcess.log(folder)).strip()).endsWith("}");
  }

  @Test
  void explainingEndsWellWithAllThatIsToBeSaid() throws IOException, InterruptedException {
    assertThat(run("explain", "agree/response-body-unexpected"))
        .isEqualTo(Verdict.HOLDS.exitCode());
    assertThat(Files.readString(ConcordatProcess.log(folder)))
        .contains("agree/response-body-unexpected");
  }
}
