package dev.concordat.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.capture.EventLoops;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What faults do to bytes and messages, and what the link tells of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkFaultsTest {
  private static final String GET = "GET /orders/7?x=1 HTTP/1.1\r\nHost: p\r\n\r\n";
  private static final String LAST = "GET /orders/8 HTTP/1.1\r\nConnection: close\r\n\r\n";
  private static final String POST =
      "POST /orders HTTP/1.1\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
  private static final String WHOLE = Provider.HEAD + Provider.BODY;

  private EventLoops loops;

  @BeforeAll
  void open() {
    loops = EventLoops.open(1);
  }

  @AfterAll
  void close() {
    loops.close();
  }

  private Disturbed disturbed(HttpExchange exchange) {
    return exchange.disturbed().orElseThrow();
  }

  @Test
  void aStatusIsGivenByTheLinkAndTheProviderHearsNothing() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      PlacedFault fault = stage.set("{\"fault\": {\"status\": 503}, \"times\": 2}");

      // When
      String said = stage.said(GET + GET + LAST);

      // Then
      assertThat(said)
          .isEqualTo(
              "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n".repeat(2) + WHOLE);
      assertThat(stage.provider.requests).containsExactly(LAST);
      assertThat(fault.applied()).isEqualTo(2);
      HttpExchange exchange = stage.exchange();
      assertThat(exchange.response()).isEmpty();
      assertThat(exchange.failure()).isEmpty();
      assertThat(disturbed(exchange).faults()).containsExactly("status");
      assertThat(disturbed(exchange).requests()).isZero();
      assertThat(disturbed(exchange).received().orElseThrow().status()).isEqualTo(503);
    }
  }

  @Test
  void aStatusMayTakeThePlaceOfWhatTheProviderAnswered() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set(
          "{\"fault\": {\"status\": {\"code\": 429, \"headers\": [\"Retry-After: 2\"], \"body\": \"no\","
              + " \"asks-provider\": true}}}");

      // When
      String said = stage.said(LAST);

      // Then
      assertThat(said)
          .isEqualTo(
              "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 2\r\n\r\nno");
      HttpExchange exchange = stage.exchange();
      assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
      assertThat(disturbed(exchange).received().orElseThrow().status()).isEqualTo(429);
      assertThat(disturbed(exchange).toConsumer().utf8()).isEqualTo(said);
    }
  }

  @Test
  void theProviderReceivesADuplicateRequestTwiceAndTheConsumerOneAnswer() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"duplicate-request\", \"on\": \"POST /orders\"}");

      // When
      String said = stage.said(POST);

      // Then
      assertThat(said).isEqualTo(WHOLE);
      assertThat(stage.provider.requests).containsExactly(POST, POST);
      assertThat(disturbed(stage.exchange()).requests()).isEqualTo(2);
    }
  }

  @Test
  void aBodyIsEditedByPointersAndKeepsItsOtherDigits() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set(
          "{\"fault\": {\"edit-body\": [{\"set\": \"/status\", \"to\": null}, {\"remove\": \"/items/0\"},"
              + " {\"set\": \"/extra\", \"to\": {\"a\": 1}}]}}");

      // When
      String said = stage.said(LAST);

      // Then
      assertThat(said)
          .endsWith(
              "\r\n\r\n{\"id\":7,\"total\":10.10,\"status\":null,\"items\":[2,3],\"extra\":{\"a\":1}}");
    }
  }

  @Test
  void anEditThatDoesNotFitLeavesTheAnswerAndIsNotCountedAsApplied() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      PlacedFault fault =
          stage.set("{\"fault\": {\"edit-body\": [{\"remove\": \"/nothing/there\"}]}}");

      // When
      String said = stage.said(LAST);

      // Then
      assertThat(said).isEqualTo(WHOLE);
      assertThat(fault.applied()).isZero();
      assertThat(fault.unfit()).isEqualTo(1);
    }
  }

  @Test
  void aDuplicateResponseIsTheSameBytesTwice() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"duplicate-response\"}");

      // When
      String said = stage.said(LAST);

      // Then
      assertThat(said).isEqualTo(WHOLE + WHOLE);
    }
  }

  @Test
  void aTruncatedBodySaysTheWholeLength() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": {\"truncated-body\": 0.5}}");

      // When
      String said = stage.said(GET);

      // Then
      assertThat(said)
          .isEqualTo(Provider.HEAD + Provider.BODY.substring(0, Provider.BODY.length() / 2));
      HttpExchange exchange = stage.exchange();
      assertThat(exchange.failure()).contains("cut by a fault: truncated-body");
      assertThat(exchange.response().orElseThrow().body().utf8()).isEqualTo(Provider.BODY);
      assertThat(disturbed(exchange).received()).isEmpty();
    }
  }

  @Test
  void aResetAfterSomeBytesIsAReset() throws Exception {
    try (var stage = new FaultStage(loops);
        Socket consumer = stage.consumer()) {
      // Given
      stage.set("{\"fault\": {\"reset\": {\"after\": 20}}, \"per\": \"message\"}");

      // When
      FaultStage.say(consumer, GET);

      // Then
      assertThatThrownBy(() -> consumer.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      Disturbed disturbed = disturbed(stage.exchange());
      assertThat(disturbed.toConsumer().utf8()).isEqualTo(WHOLE.substring(0, 20));
    }
  }

  @Test
  void aConnectionPassesSoManyBytesAndIsClosed() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": {\"limit-bytes\": 130}}");

      // When
      String said = stage.said(GET + GET);

      // Then
      assertThat(said).isEqualTo((WHOLE + WHOLE).substring(0, 130));
    }
  }

  @Test
  void aHalfCloseEndsOneDirectionOnly() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"half-close\"}");

      // When
      try (Socket consumer = stage.consumer()) {
        FaultStage.say(consumer, GET);
        int end = consumer.getInputStream().read();
        FaultStage.say(consumer, LAST);
        stage.exchange();
        stage.exchange();

        // Then
        assertThat(end).isEqualTo(-1);
        assertThat(stage.provider.requests).containsExactly(GET, LAST);
      }
    }
  }

  @Test
  void aConsumerThatGivesUpDuringAStallIsTold() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"silence\", \"on\": \"*\"}");

      // When
      try (Socket consumer = stage.consumer()) {
        FaultStage.say(consumer, GET);
        while (stage.provider.requests.isEmpty()) {
          Thread.onSpinWait();
        }
      }

      // Then
      HttpExchange exchange = stage.exchange();
      assertThat(exchange.failure()).isPresent();
      assertThat(disturbed(exchange).consumerLeftAfter()).isPresent();
      assertThat(disturbed(exchange).toConsumer().total()).isZero();
    }
  }

  @Test
  void aBlackHoleIsClosedAfterItsTimeAlsoWhenNothingIsSent() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": {\"black-hole\": {\"close-after\": \"30ms\"}}}");

      // When
      String said = stage.said("");

      // Then
      assertThat(said).isEmpty();
    }
  }

  @Test
  void anInterimContinueIsWithheld() throws Exception {
    String post =
        "POST /orders HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n";
    try (var stage = new FaultStage(loops)) {
      // Given
      PlacedFault withheld = stage.set("{\"fault\": \"withheld-continue\"}");

      // When
      String said = stage.said(post + "hello");

      // Then
      assertThat(said).isEqualTo(WHOLE);
      assertThat(withheld.applied()).isEqualTo(1);
    }
  }

  @Test
  void aRequestIsCutOnItsWayToTheProvider() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set(
          "{\"fault\": {\"close\": {\"after\": 30}}, \"on\": \"*\", \"direction\": \"request\"}");

      // When
      String said = stage.said(POST);

      // Then
      assertThat(said).isEmpty();
      assertThat(stage.provider.requests).isEmpty();
      Disturbed disturbed = disturbed(stage.exchange());
      assertThat(disturbed.toProvider().utf8()).isEqualTo(POST.substring(0, 30));
    }
  }
}
