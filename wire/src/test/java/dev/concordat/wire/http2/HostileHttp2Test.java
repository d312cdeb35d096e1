package dev.concordat.wire.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.Status;
import dev.concordat.wire.http.HttpLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Consumers that mean harm, or do not know what they do. Whatever they send arrives as it is, and the link goes on.
class HostileHttp2Test {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int CONTINUATION = 9;
  private static final int END_HEADERS = 4;

  /// `:method GET`, `:path /` and `:scheme http` of the static table.
  private static final byte[] GET = {(byte) 0x82, (byte) 0x84, (byte) 0x86};

  private final List<Exchange> seen = new CopyOnWriteArrayList<>();
  private EventLoops loops;
  private ServerSocket listener;
  private HttpLink link;

  @BeforeEach
  void open() throws IOException {
    loops = EventLoops.open(1);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(Http2Stage.PATIENCE_MILLIS);
    link =
        HttpLink.open(
            new LinkName("orders", "payments"),
            (InetSocketAddress) listener.getLocalSocketAddress(),
            new Wiring(loops, seen::add, new ExchangeIds(), CaptureLimits.DEFAULT));
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    listener.close();
    loops.close();
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    return frame.array();
  }

  private static byte[] beginning() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(PREFACE);
    bytes.writeBytes(frame(SETTINGS, 0, 0, new byte[0]));
    return bytes.toByteArray();
  }

  /// Sends bytes, ends, and gives what arrived at the provider.
  private byte[] sent(byte[] bytes) throws Exception {
    try (Socket consumer = new Socket()) {
      consumer.connect(link.address(), Http2Stage.PATIENCE_MILLIS);
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      consumer.getOutputStream().write(bytes);
                      consumer.shutdownOutput();
                    } catch (IOException gone) {
                      // what arrived is compared
                    }
                  });
      try (Socket provider = listener.accept()) {
        provider.setSoTimeout(Http2Stage.PATIENCE_MILLIS);
        byte[] arrived = provider.getInputStream().readAllBytes();
        sender.join();
        return arrived;
      }
    }
  }

  private List<String> failures() {
    List<String> failures = new ArrayList<>();
    for (Exchange each : seen) {
      failures.add(each instanceof HttpExchange http ? http.failure().orElse("") : "");
    }
    return failures;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void relaysEachResetOfARapidReset(boolean isFaultOnForOthers) throws Exception {
    // Given
    if (isFaultOnForOthers) {
      var _ = link.disturbances().add(FaultRule.of(Status.of(503)).on(Requests.of("GET /nobody")));
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(beginning());
    for (int stream = 1; stream < 20_000; stream += 2) {
      bytes.writeBytes(frame(HEADERS, END_HEADERS, stream, GET));
      bytes.writeBytes(frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8}));
    }

    // When
    byte[] arrived = sent(bytes.toByteArray());

    // Then
    assertThat(arrived).isEqualTo(bytes.toByteArray());
    assertThat(link.counts().opaque()).isZero();
    assertThat(failures()).hasSize(10_000).containsOnly("the consumer reset the stream: CANCEL");
  }

  @Test
  void holdsNoMoreStreamsThanItsLimit() throws Exception {
    // Given
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(beginning());
    for (int stream = 1; stream < 6_000; stream += 2) {
      bytes.writeBytes(frame(HEADERS, END_HEADERS, stream, GET));
    }

    // When
    byte[] arrived = sent(bytes.toByteArray());

    // Then
    assertThat(arrived).isEqualTo(bytes.toByteArray());
    assertThat(seen).hasSize(CaptureLimits.DEFAULT.pendingExchanges());
    assertThat(link.counts().dropped()).isEqualTo(3_000 - CaptureLimits.DEFAULT.pendingExchanges());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysWhatAFloodOfContinuationsLeavesUnread(boolean isFaultOnForOthers) throws Exception {
    // Given
    if (isFaultOnForOthers) {
      var _ = link.disturbances().add(FaultRule.of(Status.of(503)).on(Requests.of("GET /nobody")));
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(beginning());
    bytes.writeBytes(frame(HEADERS, END_HEADERS, 1, GET));
    bytes.writeBytes(frame(HEADERS, 0, 3, GET));
    for (int i = 0; i < 5_000; i++) {
      bytes.writeBytes(frame(CONTINUATION, 0, 3, new byte[0]));
    }

    // When
    byte[] arrived = sent(bytes.toByteArray());

    // Then
    assertThat(arrived).isEqualTo(bytes.toByteArray());
    assertThat(link.counts().opaque()).isOne();
    assertThat(failures())
        .containsExactly(
            "the connection could not be read as HTTP/2: a head in more than 128 pieces");
  }

  @Test
  void saysThatAHeadIsTooLongWhenFewBytesStandForMany() throws Exception {
    // Given
    var block = new ByteArrayOutputStream();
    block.writeBytes(GET);
    block.writeBytes(new byte[] {0x40, 1, 'x', 0x7f, (byte) 0xa1, 0x1e}); // a value of 4,000 bytes
    block.writeBytes(new byte[4_000]);
    for (int i = 0; i < 12_000; i++) {
      block.write(0xbe); // again, from the table
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(beginning());
    bytes.writeBytes(frame(HEADERS, END_HEADERS, 1, block.toByteArray()));

    // When
    byte[] arrived = sent(bytes.toByteArray());

    // Then
    assertThat(arrived).isEqualTo(bytes.toByteArray());
    assertThat(link.counts().opaque()).isOne();
    assertThat(seen).isEmpty();
  }

  @Test
  void relaysWhatIsNoFrameAtAll() throws Exception {
    // Given
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(beginning());
    bytes.writeBytes(frame(HEADERS, END_HEADERS, 1, GET));
    bytes.writeBytes(frame(DATA, 0, 0, new byte[7]));
    bytes.writeBytes("and now something else".getBytes(US_ASCII));

    // When
    byte[] arrived = sent(bytes.toByteArray());

    // Then
    assertThat(arrived).isEqualTo(bytes.toByteArray());
    assertThat(failures())
        .containsExactly(
            "the connection could not be read as HTTP/2: a frame of type 0 on stream 0");
  }

  @Test
  void readsTheLastWordOfAConsumerThatOnlyBeganThePreface() throws Exception {
    // Given
    byte[] bytes = "PRI * HTTP/2.0\r\n\r\nSM\r\n\rX".getBytes(US_ASCII);

    // When
    byte[] arrived = sent(bytes);

    // Then
    assertThat(arrived).isEqualTo(bytes);
    assertThat(link.counts().opaque()).isOne();
  }
}
