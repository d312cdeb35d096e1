package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real pact-js, with the command line that goes with it, against our server. The property `pact.js` names a folder with the
/// packages of `registry/src/test/clients/npm` (`npm ci` fetches them); without them this is told as a test that was not run.
@Tag("slow")
class PactJsTest {
  private static final Path FOLDER = Path.of(System.getProperty("pact.js", "pact.js"));

  @Test
  void consumersAndProvidersGoTheirWholeWay(@TempDir Path folder) throws Exception {
    // Given
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules/@pact-foundation/pact")),
        () -> "no packages in " + FOLDER + ": the real pact-js is not run (npm fetches it)");
    List<String> command =
        List.of(
            "node",
            Path.of(System.getProperty("concordat.root"))
                .resolve("registry/src/test/clients/npm/pact-js.cjs")
                .toString(),
            FOLDER.toAbsolutePath().toString());
    List<String> unlike;

    // When
    try (TestBroker broker = TestBroker.start();
        RealProvider provider = RealProvider.start();
        RealClient client = RealClient.start(folder, command)) {
      unlike = new FullLoop(client, broker, provider, folder).run();
    }

    // Then
    assertThat(unlike).isEmpty();
  }
}
