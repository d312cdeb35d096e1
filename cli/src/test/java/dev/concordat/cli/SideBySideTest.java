package dev.concordat.cli;

import static dev.concordat.cli.ComparedWorkspace.NARROWER;
import static dev.concordat.cli.ComparedWorkspace.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several comparisons at once with one home folder: each keeps what it found, and the oldest are forgotten meanwhile.
class SideBySideTest {
  /// More than are kept.
  private static final int COMPARISONS = 60;

  @TempDir private Path temporary;
  private ComparedWorkspace workspace;

  @BeforeEach
  void aWorkspace() throws IOException {
    workspace = ComparedWorkspace.in(temporary).with("old.yaml", ORDERS).with("new.yaml", NARROWER);
  }

  @Test
  void neitherDisturbsTheOther() throws ExecutionException, InterruptedException {
    // Given
    String id =
        workspace
            .run("diff", "old.yaml", "new.yaml")
            .out()
            .replaceAll("(?s).*replay (\\w+).*", "$1");
    List<Future<CommandTester.Result>> all = new ArrayList<>();
    // When
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < COMPARISONS; i++) {
        all.add(threads.submit(() -> workspace.run("diff", "old.yaml", "new.yaml")));
        all.add(threads.submit(() -> workspace.run("replay", id)));
      }
    }
    // Then
    for (Future<CommandTester.Result> each : all) {
      assertThat(each.get().exitCode()).isEqualTo(1);
      assertThat(each.get().err()).isEmpty();
    }
  }
}
