package dev.concordat.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What faults do to bytes and messages, what the link tells of it, and when rules hold.
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
  void aRuleIsMeantForItsOperationOnly() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"empty-reply\", \"on\": \"POST /orders/{id}\"}");

      // When
      String said = stage.said(GET + LAST);

      // Then
      assertThat(said).isEqualTo(WHOLE + WHOLE);
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
  void aStallEndsWhenItIsRemovedAndWhatWasHeldBackGoesOn() throws Exception {
    try (var stage = new FaultStage(loops);
        Socket consumer = stage.consumer()) {
      // Given
      PlacedFault stall = stage.set("{\"fault\": {\"stall\": {\"after\": 90}}}");
      FaultStage.say(consumer, GET);
      String first = FaultStage.hear(consumer, 90);

      // When
      stall.remove();

      // Then
      assertThat(first + FaultStage.hear(consumer, WHOLE.length() - 90)).isEqualTo(WHOLE);
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
  void aLinkThatRefusesIsShutAndOpensAgainAtTheSamePlace() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      Socket open = stage.consumer();
      FaultStage.say(open, GET);
      FaultStage.hear(open, WHOLE.length());
      PlacedFault refuse = stage.set("{\"fault\": \"refuse\"}");

      // When
      var refused = assertThatThrownBy(stage::consumer);

      // Then
      refused.isInstanceOf(ConnectException.class);
      assertThat(open.getInputStream().read()).isEqualTo(-1);
      open.close();
      refuse.remove();
      assertThat(stage.said(LAST)).isEqualTo(WHOLE);
    }
  }

  @Test
  void aScheduledRefusalBreaksChosenConnectionsOff() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      stage.set("{\"fault\": \"refuse\", \"times\": 1}");

      // When
      var broken = assertThatThrownBy(() -> stage.said(LAST));

      // Then
      broken.isInstanceOf(IOException.class);
      assertThat(stage.said(LAST)).isEqualTo(WHOLE);
    }
  }

  @Test
  void aSilentConnectionIsBrokenOffWhenTheFaultIsRemoved() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      PlacedFault silent = stage.set("{\"fault\": \"accept-silently\"}");
      try (Socket consumer = stage.consumer()) {
        FaultStage.say(consumer, GET);
        while (silent.applied() == 0) {
          Thread.onSpinWait();
        }

        // When
        silent.remove();

        // Then
        assertThatThrownBy(() -> consumer.getInputStream().read())
            .isInstanceOf(SocketException.class);
        assertThat(stage.provider.requests).isEmpty();
      }
    }
  }

  @Test
  void aFaultTakesHoldOfConnectionsThatAreOpenAlready() throws Exception {
    try (var stage = new FaultStage(loops);
        Socket consumer = stage.consumer()) {
      // Given
      FaultStage.say(consumer, GET);
      FaultStage.hear(consumer, WHOLE.length());

      // When
      stage.set("{\"fault\": {\"status\": 500}}");
      FaultStage.say(consumer, LAST);

      // Then
      assertThat(FaultStage.hear(consumer, 12)).isEqualTo("HTTP/1.1 500");
      assertThat(stage.exchange().disturbed()).isEmpty();
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
  void theSameSeedChoosesTheSameMessages() throws Exception {
    // Given
    String rule = "{\"fault\": {\"status\": 503}, \"probability\": 0.5}";
    List<String> runs = new ArrayList<>();

    // When
    for (int run = 0; run < 2; run++) {
      try (var stage = new FaultStage(loops)) {
        stage.set(rule);
        runs.add(stage.said(GET.repeat(20) + LAST));
      }
    }

    // Then
    assertThat(runs.getFirst()).isEqualTo(runs.getLast()).contains(" 503 ").contains(" 200 ");
  }

  @Test
  void everyOtherMessageAfterTheFirstIsChosen() throws Exception {
    try (var stage = new FaultStage(loops)) {
      // Given
      PlacedFault fault =
          stage.set("{\"fault\": {\"status\": 503}, \"after\": 1, \"every\": 2, \"times\": 2}");

      // When
      String said = stage.said(GET.repeat(7) + LAST);

      // Then
      assertThat(said.replaceAll("(?s)HTTP/1.1 (\\d+).*?(?=HTTP/1.1|$)", "$1 "))
          .isEqualTo("200 503 200 503 200 200 200 200 ");
      assertThat(fault.met()).isEqualTo(8);
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
