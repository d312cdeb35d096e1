package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Systems that are ended and started again while their environment runs.
@Tag("slow")
class RestartTest {
  @TempDir static Path home;

  @TempDir Path workspace;

  @Test
  void restartsASystemWithOtherVariablesBehindTheSameAddress() throws Exception {
    // Given
    SystemSpec system =
        TestSetups.shell(
            workspace, "sh", "echo mode=$MODE; exec \"$JAVA\" -m jdk.httpserver -b $HOST -p $PORT");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var options = new StartOptions(1).withVariables(Map.of("sh", Map.of("JAVA", java)));
    Setup setup = TestSetups.of(workspace, List.of(system));
    try (Environment environment = starter().start(setup, options)) {
      var before = environment.address("sh");

      // When
      environment.restart("sh", Map.of("MODE", "broken"));

      // Then
      assertThat(environment.address("sh")).isEqualTo(before);
      assertThat(get(environment, "sh").statusCode()).isEqualTo(200);
      assertThat(environment.lastLines("sh", 50)).contains("mode=broken");
      assertThat(environment.trouble()).isEmpty();
    }
  }

  @Test
  void restartsASystemWithTheVariablesThatItHas() throws Exception {
    // Given
    SystemSpec system =
        TestSetups.shell(
            workspace, "sh", "echo mode=$MODE; exec \"$JAVA\" -m jdk.httpserver -b $HOST -p $PORT");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var options = new StartOptions(1).withVariables(Map.of("sh", Map.of("JAVA", java)));
    Setup setup = TestSetups.of(workspace, List.of(system));
    try (Environment environment = starter().start(setup, options)) {
      environment.restart("sh", Map.of("MODE", "broken"));

      // When
      environment.restart("sh");

      // Then
      assertThat(environment.lastLines("sh", 50)).contains("mode=broken");
    }
  }

  private static EnvironmentStarter starter() throws EnvironmentFailure {
    return new EnvironmentStarter(Home.at(home), TestParts.distribution(), _ -> {});
  }

  private static HttpResponse<String> get(Environment environment, String system) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(environment.address(system).resolve("/")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
