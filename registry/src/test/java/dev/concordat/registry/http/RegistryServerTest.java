package dev.concordat.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryServerTest {
  private final List<String> told = new CopyOnWriteArrayList<>();

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
                  }),
              Route.get(
                  "/torn",
                  _ -> {
                    throw new NoClassDefFoundError("secret inside");
                  })),
          Guard.OPEN,
          (request, failure) -> told.add(request + ": " + failure.getMessage()));

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
  void anAddressThatAnotherServerHasIsRefused() {
    // When
    ThrowingCallable starting =
        () ->
            RegistryServer.start(
                new ServerSettings("127.0.0.1", server.port(), 1000), List.of(), Guard.OPEN);

    // Then
    assertThatThrownBy(starting)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseInstanceOf(BindException.class);
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
  void bracketsMayComeAsTheyAreAndABrokenPercentSignIsRefused() throws Exception {
    assertThat(raw("/names/a?q[][version]=1 x|y".replace(" ", "%20")))
        .startsWith("HTTP/1.1 200")
        .contains("q[][version]=1%20x|y");
    assertThat(raw("/names/%zz")).startsWith("HTTP/1.1 400");
  }

  /// The answer to a request line as it is written here, which careful clients would not send.
  private String raw(String target) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[10_000];
      int length = 0;
      // The status and a short body come in one or two pieces; the server may keep the connection.
      for (int pieces = 0;
          pieces < 2 && !new String(answer, 0, length, StandardCharsets.UTF_8).contains("}");
          pieces++) {
        length += Math.max(0, socket.getInputStream().read(answer, length, answer.length - length));
      }
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }

  @Test
  void aMistakeOfOursTellsNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = get("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
    assertThat(told).containsExactly("GET /broken: secret inside");
  }

  @Test
  void anErrorOfTheMachineIsToldLikeAMistake() throws Exception {
    HttpResponse<String> answer = get("/torn");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("its log says why").doesNotContain("secret");
    assertThat(told).containsExactly("GET /torn: secret inside");
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
