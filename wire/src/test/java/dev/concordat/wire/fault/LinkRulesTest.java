package dev.concordat.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// For what rules hold, and when; how they are set and removed while traffic flows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkRulesTest {
  private static final String GET = "GET /orders/7?x=1 HTTP/1.1\r\nHost: p\r\n\r\n";
  private static final String LAST = "GET /orders/8 HTTP/1.1\r\nConnection: close\r\n\r\n";
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
  void thePlaceOfALinkThatRefusesIsGivenToNobodyElse() throws Exception {
    try (var stage = new FaultStage(loops);
        var other = new ServerSocket()) {
      // Given
      other.setReuseAddress(false);
      stage.set("{\"fault\": \"refuse\"}");

      // When
      var taken = assertThatThrownBy(() -> other.bind(stage.link.address()));

      // Then
      taken.isInstanceOf(BindException.class);
    }
  }

  @Test
  void nobodyIsAnsweredWhoConnectsUntilTheFaultIsRemoved() throws Exception {
    try (var stage = new FaultStage(loops);
        var waiting = new Socket()) {
      // Given
      Socket open = stage.consumer();
      FaultStage.say(open, GET);
      FaultStage.hear(open, WHOLE.length());
      PlacedFault fault = stage.set("{\"fault\": \"unanswered-connect\"}");

      // When
      var unanswered = assertThatThrownBy(() -> waiting.connect(stage.link.address(), 300));

      // Then
      unanswered.isInstanceOf(SocketTimeoutException.class);
      assertThat(open.getInputStream().read()).isEqualTo(-1);
      open.close();
      fault.remove();
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
}
