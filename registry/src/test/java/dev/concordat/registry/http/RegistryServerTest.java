package dev.concordat.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryServerTest {
  private final RegistryServer server =
      RegistryServer.start(
          new ServerSettings("127.0.0.1", 0, 1000),
          List.of(
              Route.get("/names/{name}", RegistryServerTest::echo),
              Route.get("/names/all", _ -> Answer.text(200, "text/plain", "all")),
              Route.post("/names", asked -> Answer.text(201, "text/plain", asked.body().utf8())),
              Route.get(
                  "/broken",
                  _ -> {
                    throw new IllegalStateException("secret inside");
                  })),
          Guard.OPEN);

  private static Answer echo(Asked asked) {
    return Answer.hal(
        200,
        JsonObject.EMPTY
            .with("name", new JsonString(asked.parameter("name")))
            .with("query", new JsonString(asked.query()))
            .with("base", new JsonString(asked.base())));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void segmentsAreDecodedAfterTheRouteWasFound() throws Exception {
    // When
    HttpResponse<String> answer = get("/names/feat%2F12%20+%C3%A9?q[]=%5B");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Answer.HAL);
    assertThat(answer.body())
        .isEqualTo(
            "{\"name\":\"feat/12 +é\",\"query\":\"q%5B%5D=%5B\",\"base\":\""
                + server.url()
                + "\"}");
  }

  @Test
  void whatIsWrittenOutWinsOverAParameter() throws Exception {
    assertThat(get("/names/all").body()).isEqualTo("all");
  }

  @Test
  void anUnknownPathAnUnknownMethodAndATooLargeBodyAreToldApart() throws Exception {
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    HttpResponse<String> method = send("DELETE", "/names/x", "");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).contains("GET");
    assertThat(send("POST", "/names", "x".repeat(1000)).statusCode()).isEqualTo(201);
    assertThat(send("POST", "/names", "x".repeat(1001)).statusCode()).isEqualTo(413);
  }

  @Test
  void aMistakeOfOursTellsNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = get("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(server.url() + path.replace("[", "%5B").replace("]", "%5D"));
      return client.send(
          HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }
  }
}
