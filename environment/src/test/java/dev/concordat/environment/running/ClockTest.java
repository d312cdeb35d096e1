package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Systems whose clock does not say what time it is.
class ClockTest {
  @TempDir private Path folder;

  /// The JDK's file server tells its date with every answer.
  @Test
  @Tag("slow")
  void aSystemHasTheTimeThatItsSetupSaysAndMayBeGivenAnother() throws Exception {
    assumeTrue(
        Clock.FOLDERS.stream().anyMatch(Files::isDirectory),
        "libfaketime is not installed: no clock was moved");
    Files.createDirectories(folder.resolve("files"));
    Files.writeString(
        folder.resolve("concordat.yaml"),
        """
        systems:
          files:
            run: java -m jdk.httpserver -b 127.0.0.1 -p {port}
            ready: GET /
            port: PORT
            clock: 2028-02-29T12:00:00Z
        """);
    Setup setup = SetupReader.read(folder);
    var starter =
        new EnvironmentStarter(
            Home.at(folder.resolve("home")), new Distribution(folder.resolve("no-parts")), _ -> {});

    // When
    try (Environment environment = starter.start(setup, new StartOptions(1))) {
      String started = date(environment);
      environment.restart("files", Map.of(Clock.VARIABLE, "2031-12-31T23:00:00Z"));
      String restarted = date(environment);

      // Then
      assertThat(started).startsWith("Tue, 29 Feb 2028 12:0");
      assertThat(restarted).startsWith("Wed, 31 Dec 2031 23:0");
    }
  }

  private static String date(Environment environment) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(environment.address("files")).build(),
              HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("date")
          .orElse("none");
    }
  }

  @Test
  void aShiftIsCountedInSecondsAndOtherLibrariesAreKept() throws Exception {
    // Given
    Files.createFile(folder.resolve("libfaketimeMT.so.1"));
    Map<String, String> variables =
        Map.of(Clock.VARIABLE, "-2h", "LD_PRELOAD", "/lib/other.so", "A", "b");

    // When
    Map<String, String> moved = new Clock(List.of(folder)).moved("orders", variables);

    // Then
    assertThat(moved)
        .containsEntry("FAKETIME", "-7200")
        .containsEntry("LD_PRELOAD", folder.resolve("libfaketimeMT.so.1") + ":/lib/other.so")
        .containsEntry("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .containsEntry("A", "b");
  }

  @Test
  void saysThatTheLibraryIsMissing() {
    assertThatThrownBy(
            () -> new Clock(List.of(folder)).moved("orders", Map.of(Clock.VARIABLE, "+2h")))
        .isInstanceOfSatisfying(
            EnvironmentFailure.class,
            failure -> {
              assertThat(failure.troubles().getFirst().message())
                  .isEqualTo("its clock is to be moved, and libfaketime is not installed");
              assertThat(failure.troubles().getFirst().fix())
                  .isEqualTo("Install it (apt-get install faketime), or leave out `clock`.");
            });
  }

  @Test
  void saysHowATimeIsWritten() {
    assertThatThrownBy(
            () -> new Clock(List.of(folder)).moved("orders", Map.of(Clock.VARIABLE, "noon")))
        .isInstanceOfSatisfying(
            EnvironmentFailure.class,
            failure -> {
              assertThat(failure.troubles().getFirst().message())
                  .isEqualTo("its clock cannot be set to 'noon'");
              assertThat(failure.troubles().getFirst().fix()).startsWith("Write +2h, -1d");
            });
  }
}
