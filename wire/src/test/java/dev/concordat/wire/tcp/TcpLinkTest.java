package dev.concordat.wire.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Bandwidth;
import dev.concordat.wire.fault.Delay;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.HalfClose;
import dev.concordat.wire.fault.Latency;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Reset;
import dev.concordat.wire.fault.Slice;
import dev.concordat.wire.fault.Stall;
import dev.concordat.wire.fault.Status;
import dev.concordat.wire.http.LinkSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TcpLinkTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MUCH = 24 << 20;

  private static TcpLink open(EchoServer echo, EventLoops loops) throws IOException {
    return TcpLink.open(
        new LinkName("a", "b"), echo.address(), loops, LinkSettings.of(new Disturbances(1)));
  }

  private static Socket consumer(TcpLink link) throws IOException {
    Socket socket = new Socket(link.address().getAddress(), link.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /// Sends bytes and ends, and reads until the other side ends.
  private static byte[] echoed(TcpLink link, byte[] bytes) throws Exception {
    try (Socket socket = consumer(link)) {
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      socket.getOutputStream().write(bytes);
                      socket.shutdownOutput();
                    } catch (IOException cut) {
                      // Seen by the reader.
                    }
                  });
      byte[] back = socket.getInputStream().readAllBytes();
      sender.join();
      return back;
    }
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /// More than once: it depends on whether the consumer's socket is full when its own side has ended.
  @RepeatedTest(5)
  void manyBytesPassUnchangedAndHalfClosesAreKept() throws Exception {
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops)) {
      // Given
      byte[] bytes = noise(MUCH);

      // When
      byte[] back = echoed(link, bytes);

      // Then
      assertThat(back).isEqualTo(bytes);
      assertThat(link.counts().requestBytes()).isEqualTo(MUCH);
    }
  }

  @Test
  void bytesPassUnchangedThroughFaultsThatOnlyDelay() throws Exception {
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops)) {
      // Given
      byte[] bytes = noise(300_000);
      var jitter = new Delay.Uniform(Duration.ZERO, Duration.ofMillis(3));
      for (FaultRule rule :
          List.of(
              FaultRule.of(new Latency(jitter)),
              FaultRule.of(new Slice(9_000, 8_999, Duration.ZERO)),
              FaultRule.of(new Bandwidth(3_000_000)))) {
        link.disturbances().add(rule);
        link.disturbances().add(rule.towards(Direction.TO_PROVIDER));
      }

      // When
      byte[] back = echoed(link, bytes);

      // Then
      assertThat(back).isEqualTo(bytes);
    }
  }

  @Test
  void aReceiverThatDoesNotReadHoldsTheSenderBackWhileAFaultIsOn() throws Exception {
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops)) {
      // Given
      byte[] bytes = noise(MUCH);
      PlacedFault stall = link.disturbances().add(FaultRule.of(new Stall(1_000)));
      try (Socket socket = consumer(link)) {
        Thread sender = Thread.ofVirtual().start(() -> send(socket, bytes));
        socket.getInputStream().readNBytes(1_000);

        // When
        long passed = link.counts().requestBytes();
        stall.remove();
        byte[] rest = socket.getInputStream().readNBytes(MUCH - 1_000);

        // Then
        sender.join();
        assertThat(passed).isLessThan(MUCH);
        assertThat(rest).hasSize(MUCH - 1_000);
      }
    }
  }

  @Test
  void aFaultOfMessagesIsRefusedWithTheReason() throws Exception {
    // Given
    FaultRule rule = FaultRule.of(Status.of(503));
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops)) {

      // When
      var refused = assertThatThrownBy(() -> link.disturbances().add(rule));

      // Then
      refused
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "'status' is meant for messages here, and this link relays bytes");
    }
  }

  private static void send(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException cut) {
      throw new AssertionError(cut);
    }
  }

  @Test
  void aResetIsAResetAlsoOnAConnectionThatWasOpenBefore() throws Exception {
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops);
        Socket socket = consumer(link)) {
      // Given
      socket.getOutputStream().write(1);
      socket.getInputStream().read();
      link.disturbances().add(FaultRule.of(new Reset(0)));

      // When
      socket.getOutputStream().write(2);

      // Then
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void oneDirectionEndsAndTheOtherGoesOn() throws Exception {
    try (var echo = new EchoServer();
        EventLoops loops = EventLoops.open(1);
        TcpLink link = open(echo, loops)) {
      // Given
      FaultRule rule = FaultRule.of(new HalfClose(3)).towards(Direction.TO_PROVIDER);
      link.disturbances().add(rule);

      // When
      byte[] back = echoed(link, new byte[] {1, 2, 3, 4, 5});

      // Then
      assertThat(back).containsExactly(1, 2, 3);
    }
  }
}
