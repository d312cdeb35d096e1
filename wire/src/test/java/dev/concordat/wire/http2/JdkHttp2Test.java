package dev.concordat.wire.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The JDK's client, which changes to HTTP/2 with its first request.
class JdkHttp2Test {
  private EventLoops loops;
  private Http2Stage stage;
  private HttpClient client;

  @BeforeEach
  void open() throws IOException {
    loops = EventLoops.open(1);
    stage = new Http2Stage(loops);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    stage.close();
    loops.close();
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(stage.address(path))
            .timeout(Duration.ofMillis(Http2Stage.PATIENCE_MILLIS))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tellsExchangesAlsoAfterTheChangeOfProtocol() throws Exception {
    // Given a link without faults
    // When
    HttpResponse<String> first = ask("/orders/7?x=1");
    HttpResponse<String> second = ask("/orders/8");

    // Then
    assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(second.body()).isEqualTo(Http2Provider.BODY);
    HttpExchange one = stage.exchange();
    HttpExchange two = stage.exchange();
    assertThat(one.request().target()).isEqualTo("/orders/7?x=1");
    assertThat(two.request().target()).isEqualTo("/orders/8");
    assertThat(two.request().method()).isEqualTo("GET");
    assertThat(two.request().header("host"))
        .contains("127.0.0.1:" + stage.link.address().getPort());
    assertThat(one.response().orElseThrow().body().utf8()).isEqualTo(Http2Provider.BODY);
    assertThat(two.response().orElseThrow().body().utf8()).isEqualTo(Http2Provider.BODY);
    assertThat(two.response().orElseThrow().header("content-type")).contains("application/json");
    assertThat(two.failure()).isEmpty();
  }

  @Test
  void resetsOneStreamAndLeavesTheNextAlone() throws Exception {
    // Given
    ask("/warm");
    stage.exchange();
    PlacedFault fault =
        stage.set("{\"fault\": {\"reset-stream\": {\"code\": \"CANCEL\"}}, \"times\": 1}");

    // When
    Throwable broken = catchThrowable(() -> ask("/orders/7"));
    HttpResponse<String> after = ask("/orders/8");

    // Then
    assertThat(broken).isInstanceOf(IOException.class).hasMessageContaining("RST_STREAM");
    assertThat(after.body()).isEqualTo(Http2Provider.BODY);
    assertThat(fault.applied()).isEqualTo(1);
    HttpExchange cut = stage.exchange();
    assertThat(cut.failure()).contains("cut by a fault: reset-stream");
    assertThat(cut.disturbed().orElseThrow().requests()).isZero();
    assertThat(stage.provider.requests).containsExactly("GET /warm", "GET /orders/8");
  }

  @Test
  void disturbsTheRequestThatAsksForTheChange() throws Exception {
    // Given
    stage.set("{\"fault\": {\"reset-stream\": {\"after\": 5}}, \"times\": 1}");

    // When
    Throwable broken = catchThrowable(() -> ask("/orders/7"));
    HttpResponse<String> after = ask("/orders/8");

    // Then
    assertThat(broken).isInstanceOf(IOException.class);
    assertThat(after.body()).isEqualTo(Http2Provider.BODY);
    HttpExchange cut = stage.exchange();
    assertThat(cut.failure()).contains("cut by a fault: reset-stream");
    assertThat(cut.response().orElseThrow().status()).isEqualTo(200);
  }
}
