package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real pact-jvm against our server, as teams use it from JUnit. The property `pact.jvm` names a folder with its jars
/// (`registry/src/test/clients/pact-jvm/pom.xml` says which); without them this is told as a test that was not run. It runs in
/// a process of its own, so that none of its libraries comes near ours.
@Tag("slow")
class PactJvmTest {
  private static final Path JARS = Path.of(System.getProperty("pact.jvm", "pact.jvm"));

  @Test
  void consumersAndProvidersGoTheirWholeWay(@TempDir Path folder) throws Exception {
    // Given
    assumeTrue(
        Files.isDirectory(JARS), () -> "no jars in " + JARS + ": the real pact-jvm is not run");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--class-path",
            JARS.toAbsolutePath() + "/*",
            Path.of(System.getProperty("concordat.root"))
                .resolve("registry/src/test/clients/pact-jvm/PactJvm.java")
                .toString());
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
