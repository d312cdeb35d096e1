package dev.concordat.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A link under much: bodies of 1 GiB each way, and thousands of connections. What it took is printed.
@Tag("soak")
class HttpLinkSoakTest {
  private static final long BODY_BYTES = 1L << 30;
  private static final int BLOCK_BYTES = 128 << 10;
  private static final long MOST_BUFFERED_BYTES = 32L << 20;
  private static final long MOST_HEAP_BYTES_OF_A_CONNECTION = 40_000;
  private static final String CHUNK = Integer.toHexString(BLOCK_BYTES) + "\r\n";
  private static final byte[] END_OF_CHUNK = {13, 10};
  private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";
  private static final String RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n";
  private static final String UPLOAD = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

  @Test
  void carriesAnAnswerOfOneGibibyteWithFlatMemory() throws Exception {
    try (EventLoops loops = EventLoops.open(1);
        Stage stage = new Stage(loops);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket consumer = stage.consumer()) {
      // Given
      HttpLinkTest.say(consumer, REQUEST);
      Socket provider = stage.accepted();
      Future<Long> sent =
          threads.submit(
              () -> {
                HttpLinkTest.hear(provider, REQUEST);
                HttpLinkTest.say(provider, RESPONSE);
                return send(provider.getOutputStream(), false);
              });

      // When
      HttpLinkTest.hear(consumer, RESPONSE);
      var most = new AtomicLong();
      long received = receive(consumer, false, most);

      // Then
      assertThat(received).isEqualTo(sent.get());
      assertThat(most.get()).isLessThan(MOST_BUFFERED_BYTES);
      var body = stage.exchanges().getFirst().response().orElseThrow().body();
      assertThat(body.total()).isEqualTo(BODY_BYTES);
      tell("answer of 1 GiB: at most %,d bytes of buffers in use", most.get());
      provider.close();
    }
  }

  @Test
  void carriesAChunkedUploadOfOneGibibyteWithFlatMemory() throws Exception {
    try (EventLoops loops = EventLoops.open(1);
        Stage stage = new Stage(loops);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket consumer = stage.consumer()) {
      // Given
      HttpLinkTest.say(consumer, UPLOAD);
      Socket provider = stage.accepted();
      HttpLinkTest.hear(provider, UPLOAD);
      Future<Long> sent = threads.submit(() -> send(consumer.getOutputStream(), true));

      // When
      var most = new AtomicLong();
      long received = receive(provider, true, most);
      HttpLinkTest.say(consumer, "0\r\n\r\n");
      HttpLinkTest.hear(provider, "0\r\n\r\n");
      HttpLinkTest.say(provider, "HTTP/1.1 204 No Content\r\n\r\n");
      HttpLinkTest.hear(consumer, "HTTP/1.1 204 No Content\r\n\r\n");

      // Then
      assertThat(received).isEqualTo(sent.get());
      assertThat(most.get()).isLessThan(MOST_BUFFERED_BYTES);
      assertThat(stage.exchanges().getFirst().request().body().total()).isEqualTo(BODY_BYTES);
      tell("upload of 1 GiB: at most %,d bytes of buffers in use", most.get());
      provider.close();
    }
  }

  @Test
  void servesFiveHundredBusyConnectionsBesideFiveThousandIdleOnes() throws Exception {
    var exchanges = new AtomicLong();
    Process crowd = crowd();
    try (EventLoops loops = EventLoops.open(2);
        BufferedReader said = crowd.inputReader();
        Writer to = crowd.outputWriter();
        HttpLink link =
            HttpLink.open(
                new LinkName("crowd", "provider"),
                new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(said.readLine())),
                new Wiring(
                    loops,
                    _ -> exchanges.incrementAndGet(),
                    new ExchangeIds(),
                    CaptureLimits.DEFAULT))) {
      // Given
      long before = heapBytes();
      say(to, Integer.toString(link.address().getPort()));
      assertThat(said.readLine()).isEqualTo("idle");
      long each = (heapBytes() - before) / Crowd.IDLE;

      // When
      say(to, "go on");

      // Then
      assertThat(said.readLine()).isEqualTo("busy");
      assertThat(said.readLine()).isEqualTo("awake");
      assertThat(link.counts().connections()).isEqualTo(Crowd.IDLE + Crowd.BUSY);
      assertThat(exchanges.get()).isEqualTo(2L * Crowd.IDLE + Crowd.BUSY * Crowd.REQUESTS);
      assertThat(link.counts().dropped()).isZero();
      assertThat(each).isLessThan(MOST_HEAP_BYTES_OF_A_CONNECTION);
      tell("an idle connection takes %,d bytes of heap", each);
      say(to, "end");
      assertThat(crowd.waitFor()).isZero();
    } finally {
      crowd.destroyForcibly();
    }
  }

  private static Process crowd() throws Exception {
    CodeSource classes = Objects.requireNonNull(Crowd.class.getProtectionDomain().getCodeSource());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            Path.of(classes.getLocation().toURI()).toString(),
            Crowd.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void say(Writer to, String line) throws Exception {
    to.write(line + "\n");
    to.flush();
  }

  private static long send(OutputStream out, boolean isChunked) throws Exception {
    CRC32C sum = new CRC32C();
    byte[] block = new byte[BLOCK_BYTES];
    for (long sent = 0; sent < BODY_BYTES; sent += BLOCK_BYTES) {
      Arrays.fill(block, (byte) (sent / BLOCK_BYTES));
      sum.update(block);
      if (isChunked) {
        out.write(CHUNK.getBytes(StandardCharsets.US_ASCII));
      }
      out.write(block);
      if (isChunked) {
        out.write(END_OF_CHUNK);
      }
    }
    return sum.getValue();
  }

  private static long receive(Socket socket, boolean isChunked, AtomicLong most) throws Exception {
    CheckedInputStream in = new CheckedInputStream(socket.getInputStream(), new CRC32C());
    for (long left = BODY_BYTES; left > 0; left -= BLOCK_BYTES) {
      if (isChunked) {
        HttpLinkTest.hear(socket, CHUNK);
      }
      in.readNBytes(BLOCK_BYTES);
      if (isChunked) {
        HttpLinkTest.hear(socket, "\r\n");
      }
      ByteBufAllocatorMetric metric = PooledByteBufAllocator.DEFAULT.metric();
      most.accumulateAndGet(metric.usedDirectMemory() + metric.usedHeapMemory(), Math::max);
    }
    return in.getChecksum().getValue();
  }

  private static long heapBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// Figures for people; surefire keeps them with the test's report.
  @SuppressWarnings("SystemOut")
  private static void tell(String format, long figure) {
    System.out.println(String.format(Locale.ROOT, format, figure));
  }
}
