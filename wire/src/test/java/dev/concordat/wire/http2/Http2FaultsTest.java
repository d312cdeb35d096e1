package dev.concordat.wire.http2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each fault on one stream, seen from Netty's client.
class Http2FaultsTest {
  private static final String CALL = "/shop.Orders/List";
  private static final String ALL_MESSAGES = "\0\0\0\0\3one\0\0\0\0\3two\0\0\0\0\5three";

  private EventLoops loops;
  private Http2Stage stage;
  private Http2Client client;

  @BeforeEach
  void open() throws IOException {
    loops = EventLoops.open(1);
    stage = new Http2Stage(loops);
    client = new Http2Client(loops, stage.link.address());
  }

  @AfterEach
  void close() {
    client.close();
    stage.close();
    loops.close();
  }

  private void usual() throws InterruptedException {
    Http2Client.Heard heard = client.get("/orders/8");
    assertThat(heard.end()).isEqualTo("end");
    assertThat(heard.body()).isEqualTo(Http2Provider.BODY);
  }

  @Nested
  class OnHttp2 {
    @Test
    void resetsAStreamAfterItsHead() throws Exception {
      // Given
      usual();
      stage.exchange();
      stage.set(
          "{\"fault\": {\"reset-stream\": {\"code\": \"CANCEL\", \"after\": 0}}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.get("/orders/7");

      // Then
      assertThat(heard.end()).isEqualTo("reset 8");
      assertThat(heard.status()).isEqualTo(200);
      assertThat(heard.body()).isEmpty();
      assertThat(stage.exchange().failure()).contains("cut by a fault: reset-stream");
      usual();
    }

    @Test
    void resetsAStreamAfterSomeBytes() throws Exception {
      // Given
      stage.set(
          "{\"fault\": {\"reset-stream\": {\"after\": 10}}, \"on\": \"GET /orders/{id}\", \"times\": 1}");

      // When
      Http2Client.Heard heard = client.get("/orders/7");

      // Then
      assertThat(heard.end()).isEqualTo("reset 2");
      assertThat(heard.body()).isEqualTo(Http2Provider.BODY.substring(0, 10));
      usual();
    }

    @Test
    void givesAConnectionUpInOrder() throws Exception {
      // Given
      usual();
      stage.set("{\"fault\": \"goaway\", \"times\": 1}");

      // When
      Http2Client.Heard last = client.get("/orders/7");

      // Then
      assertThat(last.end()).isEqualTo("end");
      assertThat(last.body()).isEqualTo(Http2Provider.BODY);
      assertThat(client.goneAway()).containsExactly("5, 0");
      try (var next = new Http2Client(loops, stage.link.address())) {
        assertThat(next.get("/orders/9").body()).isEqualTo(Http2Provider.BODY);
      }
    }

    @Test
    void givesAConnectionUpAtOnce() throws Exception {
      // Given
      usual();
      stage.exchange();
      stage.set("{\"fault\": {\"goaway\": \"ENHANCE_YOUR_CALM\"}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.get("/orders/7");
      client.awaitClose();

      // Then
      assertThat(heard.end()).isNotEqualTo("end");
      assertThat(client.goneAway()).containsExactly("3, 11");
      assertThat(stage.exchange().failure()).contains("cut by a fault: goaway");
      assertThat(stage.provider.requests).containsExactly("GET /orders/8");
    }

    @Test
    void withholdsABodyUntilTheFaultIsRemoved() throws Exception {
      // Given
      PlacedFault fault =
          stage.set("{\"fault\": {\"window-stall\": {\"after\": 4}}, \"on\": \"GET /orders/7\"}");
      Http2Client.Heard stalled = client.begin("GET", "/orders/7", "", "");

      // When
      usual();
      String before = stalled.end();
      fault.remove();

      // Then
      assertThat(before).isEmpty();
      assertThat(stalled.await().body()).isEqualTo(Http2Provider.BODY);
    }

    @Test
    void keepsAConsumerFromSendingMoreThanItsFirstWindow() throws Exception {
      // Given
      usual();
      PlacedFault fault =
          stage.set(
              "{\"fault\": \"window-stall\", \"direction\": \"request\", \"on\": \"POST /orders\"}");
      String body = "x".repeat(200_000);
      Http2Client.Heard stalled = client.begin("POST", "/orders", body, "");

      // When
      usual();
      String before = stalled.end();
      fault.remove();

      // Then
      assertThat(before).isEmpty();
      assertThat(stalled.await().body()).isEqualTo(Http2Provider.BODY);
      assertThat(stage.provider.requests).contains("POST /orders " + body);
    }

    @Test
    void answersByItselfWithoutAskingTheProvider() throws Exception {
      // Given
      PlacedFault fault =
          stage.set(
              "{\"fault\": {\"status\": {\"code\": 503, \"headers\": [\"Retry-After: 2\"], \"body\": \"busy\"}}, \"times\": 2}");

      // When
      Http2Client.Heard first = client.get("/orders/7");
      Http2Client.Heard second = client.begin("POST", "/orders", "hello", "").await();

      // Then
      assertThat(first.status()).isEqualTo(503);
      assertThat(first.field("retry-after")).isEqualTo("2");
      assertThat(second.body()).isEqualTo("busy");
      HttpExchange told = stage.exchange();
      assertThat(told.disturbed().orElseThrow().received().orElseThrow().status()).isEqualTo(503);
      assertThat(told.disturbed().orElseThrow().requests()).isZero();
      usual();
      assertThat(fault.applied()).isEqualTo(2);
      assertThat(stage.provider.requests).containsExactly("GET /orders/8");
    }

    @Test
    void editsABody() throws Exception {
      // Given
      stage.set(
          "{\"fault\": {\"edit-body\": [{\"set\": \"/status\", \"to\": null}]}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.get("/orders/7");

      // Then
      assertThat(heard.body()).isEqualTo("{\"id\":7,\"status\":null}");
      assertThat(heard.field("content-length")).isEqualTo("22");
      usual();
    }

    @Test
    void delaysOneStreamAndNotTheOthers() throws Exception {
      // Given
      PlacedFault fault =
          stage.set("{\"fault\": {\"latency\": \"1m\"}, \"on\": \"GET /orders/7\"}");
      Http2Client.Heard late = client.begin("GET", "/orders/7", "", "");

      // When
      usual();
      String before = late.end();
      fault.remove();

      // Then
      assertThat(before).isEmpty();
      assertThat(late.await().body()).isEqualTo(Http2Provider.BODY);
    }

    @Test
    void floodsAConsumerThatAnswersEachFrame() throws Exception {
      // Given
      stage.set("{\"fault\": {\"flood\": {\"of\": \"settings\", \"count\": 20}}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.get("/orders/7");

      // Then
      assertThat(heard.body()).isEqualTo(Http2Provider.BODY);
      assertThat(client.settings()).isEqualTo(21);
      usual();
    }

    @Test
    void saysWhyAFaultOfAnotherProtocolDidNothing() throws Exception {
      // Given
      PlacedFault chunk = stage.set("{\"fault\": \"malformed-chunk\", \"times\": 1}");
      PlacedFault grpc = stage.set("{\"fault\": {\"grpc-status\": 14}, \"times\": 1}");

      // When
      usual();
      usual();

      // Then
      assertThat(chunk.reasonUnfit()).contains("a fault of HTTP/1.1: HTTP/2 has no chunks");
      assertThat(grpc.reasonUnfit()).contains("a fault of gRPC, and this request is none of gRPC");
      assertThat(chunk.unfit()).isEqualTo(1);
      assertThat(grpc.applied()).isZero();
    }
  }

  @Nested
  class OnGrpc {
    @Test
    void tellsACallWithItsTrailers() throws Exception {
      // Given
      // When
      Http2Client.Heard heard = client.call(CALL, "");

      // Then
      assertThat(heard.body()).isEqualTo(ALL_MESSAGES);
      HttpExchange told = stage.exchange();
      GrpcCall call = GrpcCall.of(told).orElseThrow();
      assertThat(call.service()).isEqualTo("shop.Orders");
      assertThat(call.method()).isEqualTo("List");
      assertThat(call.requests()).isEqualTo(1);
      assertThat(call.responses()).isEqualTo(3);
      assertThat(call.status()).hasValue(0);
      assertThat(call.message()).contains("fine");
    }

    @Test
    void failsACallWithoutAskingTheProvider() throws Exception {
      // Given
      stage.set(
          "{\"fault\": {\"grpc-status\": {\"code\": 14, \"message\": \"busy\"}}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.call(CALL, "");

      // Then
      assertThat(heard.status()).isEqualTo(200);
      assertThat(heard.field("grpc-status")).isEqualTo("14");
      assertThat(heard.field("grpc-message")).isEqualTo("busy");
      assertThat(heard.body()).isEmpty();
      assertThat(stage.provider.requests).isEmpty();
      assertThat(client.call(CALL, "").field("grpc-status")).isEqualTo("0");
    }

    @Test
    void replacesTheStatusAfterAllMessages() throws Exception {
      // Given
      stage.set("{\"fault\": {\"grpc-status\": {\"code\": 13, \"asks-provider\": true}}}");

      // When
      Http2Client.Heard heard = client.call(CALL, "");

      // Then
      assertThat(heard.body()).isEqualTo(ALL_MESSAGES);
      assertThat(heard.field("grpc-status")).isEqualTo("13");
      assertThat(heard.field("grpc-message")).isEmpty();
    }

    @Test
    void abortsACallAfterSomeMessages() throws Exception {
      // Given
      stage.set("{\"fault\": {\"abort-after-messages\": 2}, \"times\": 1}");

      // When
      Http2Client.Heard heard = client.call(CALL, "");

      // Then
      assertThat(heard.body()).isEqualTo("\0\0\0\0\3one\0\0\0\0\3two");
      assertThat(heard.field("grpc-status")).isEqualTo("14");
      assertThat(client.call(CALL, "").field("grpc-status")).isEqualTo("0");
    }

    @Test
    void leavesTrailersOut() throws Exception {
      // Given
      stage.set("{\"fault\": {\"trailers\": \"missing\"}}");

      // When
      Http2Client.Heard heard = client.call(CALL, "");

      // Then
      assertThat(heard.end()).isEqualTo("end");
      assertThat(heard.body()).isEqualTo(ALL_MESSAGES);
      assertThat(heard.count("grpc-status")).isZero();
    }

    @Test
    void damagesTrailers() throws Exception {
      // Given
      stage.set("{\"fault\": {\"trailers\": \"truncated\"}, \"times\": 1}");
      stage.set("{\"fault\": {\"trailers\": \"duplicated\"}, \"times\": 1}");
      stage.set("{\"fault\": {\"trailers\": \"corrupt\"}, \"times\": 1}");

      // When
      Http2Client.Heard truncated = client.call(CALL, "");
      Http2Client.Heard duplicated = client.call(CALL, "");
      Http2Client.Heard corrupt = client.call(CALL, "");

      // Then
      assertThat(truncated.count("grpc-status")).isZero();
      assertThat(truncated.field("grpc-message")).isEqualTo("fine");
      assertThat(duplicated.count("grpc-status")).isEqualTo(2);
      assertThat(corrupt.field("grpc-status")).isEqualTo("?%zz");
    }

    @Test
    void letsACallsDeadlinePass() throws Exception {
      // Given
      PlacedFault fault = stage.set("{\"fault\": \"deadline-exceeded\"}");

      // When
      Http2Client.Heard late = client.call(CALL, "20m");
      Http2Client.Heard without = client.call(CALL, "");

      // Then
      assertThat(late.field("grpc-status")).isEqualTo("4");
      assertThat(late.body()).isEmpty();
      assertThat(without.field("grpc-status")).isEqualTo("0");
      assertThat(fault.reasonUnfit()).contains("the call has no grpc-timeout");
    }

    @Test
    void corruptsThePrefixOfAMessage() throws Exception {
      // Given
      stage.set("{\"fault\": {\"corrupt-message\": \"flag\"}, \"times\": 1}");
      stage.set("{\"fault\": {\"corrupt-message\": \"length\"}, \"times\": 1}");
      stage.set("{\"fault\": {\"corrupt-message\": \"huge\"}, \"times\": 1}");

      // When
      Http2Client.Heard flag = client.call(CALL, "");
      Http2Client.Heard length = client.call(CALL, "");
      Http2Client.Heard huge = client.call(CALL, "");

      // Then
      assertThat(flag.body()).startsWith("\1\0\0\0\3one");
      assertThat(length.body()).startsWith("\0\0\0\0\4one");
      assertThat(huge.body()).startsWith("\0\u00ff\u00ff\u00ff\u00ffone");
    }
  }
}
