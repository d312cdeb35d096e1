package dev.concordat.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.store.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class GateRoutesTest {
  private Database database;
  private RegistryServer server;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    server =
        RegistryServer.start(
            ServerSettings.LOOPBACK, GateRoutes.of(database, Clock.systemUTC()), Guard.OPEN);
    database.write(
        handle -> {
          Scene scene = new Scene(handle);
          scene.publish("orders", "1", "payments", "charge");
          scene.deploy("payments", "7", "production");
          scene.verify("orders", "1", "payments", "7", false);
          return true;
        });
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  private HttpResponse<String> get(String query, String accept) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(server.url() + "/gate?" + query.replace("[", "%5B").replace("]", "%5D"));
      return client.send(
          HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void aQuestionIsAnsweredAsJsonOrText() throws Exception {
    String question = "version[][system]=orders&version[][number]=1&to=production";
    assertThat(get(question, "application/json").body()).startsWith("{\"verdict\":\"UNSAFE\"");
    assertThat(get(question, "text/plain").body()).startsWith("UNSAFE: orders@1");
    assertThat(
            get(
                    question
                        + "&ignore[][system]=payments&ignore[][owner]=ann&ignore[][until]=9999-01-01",
                    "text/plain")
                .body())
        .startsWith("SAFE");
    assertThat(get("version[][system]=orders&version[][number]=1&merge", "text/plain").body())
        .startsWith("UNKNOWN");
  }

  @Test
  void aQuestionThatCannotBeReadSaysWhatIsMissing() throws Exception {
    assertThat(get("to=production", "*/*").statusCode()).isEqualTo(400);
    assertThat(get("version[][system]=orders", "*/*").body())
        .isEqualTo("{\"error\":\"'number' is missing\"}");
    assertThat(get("version[][system]=orders&version[][number]=1", "*/*").body())
        .contains("Say where");
    assertThat(get("version[][system]=nope&version[][number]=1&merge", "*/*").statusCode())
        .isEqualTo(404);
  }
}
