package dev.concordat.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures memory that all links of the process share")
class HttpLinkLoadTest {
  private static final int BODY_BYTES = 64 << 20;
  private static final int BLOCK_BYTES = 128 << 10;
  private static final long MOST_BUFFERED_BYTES = 16L << 20;
  private static final int CONSUMERS = 200;
  private static final int REQUESTS = 5;

  @Test
  void carriesABigBodyWithFlatMemory() throws Exception {
    try (EventLoops loops = EventLoops.open(1);
        Stage stage = new Stage(loops);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Socket consumer = stage.consumer()) {
      // Given
      HttpLinkTest.say(consumer, "GET / HTTP/1.1\r\n\r\n");
      Socket provider = stage.accepted();
      Future<Long> sent = threads.submit(() -> sendBigBody(provider));

      // When
      long before = bufferedBytes();
      long most = before;
      CheckedInputStream in = new CheckedInputStream(consumer.getInputStream(), new CRC32C());
      HttpLinkTest.hear(consumer, head());
      for (int left = BODY_BYTES; left > 0; left -= BLOCK_BYTES) {
        in.readNBytes(BLOCK_BYTES);
        most = Math.max(most, bufferedBytes());
      }

      // Then
      assertThat(in.getChecksum().getValue()).isEqualTo(sent.get());
      assertThat(most - before).isLessThan(MOST_BUFFERED_BYTES);
      var body = stage.exchanges().getFirst().response().orElseThrow().body();
      assertThat(body.total()).isEqualTo(BODY_BYTES);
      assertThat(body.size()).isEqualTo(1 << 20);
      provider.close();
    }
  }

  private static String head() {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n";
  }

  private static long sendBigBody(Socket provider) throws Exception {
    HttpLinkTest.hear(provider, "GET / HTTP/1.1\r\n\r\n");
    HttpLinkTest.say(provider, head());
    CRC32C sum = new CRC32C();
    byte[] block = new byte[BLOCK_BYTES];
    OutputStream out = provider.getOutputStream();
    for (int sent = 0; sent < BODY_BYTES; sent += BLOCK_BYTES) {
      Arrays.fill(block, (byte) (sent / BLOCK_BYTES));
      sum.update(block);
      out.write(block);
    }
    return sum.getValue();
  }

  private static long bufferedBytes() {
    ByteBufAllocatorMetric metric = PooledByteBufAllocator.DEFAULT.metric();
    return metric.usedDirectMemory() + metric.usedHeapMemory();
  }

  @Test
  void servesManyConnectionsAtOnce() throws Exception {
    try (EventLoops loops = EventLoops.open(2);
        Stage stage = new Stage(loops);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Given
      List<Future<?>> work = new ArrayList<>();
      List<Socket> consumers = new ArrayList<>();
      for (int i = 0; i < CONSUMERS; i++) {
        consumers.add(stage.consumer());
        Socket provider = stage.accepted();
        work.add(threads.submit(() -> answer(provider)));
      }

      // When
      for (Socket consumer : consumers) {
        work.add(threads.submit(() -> ask(consumer)));
      }
      for (Future<?> one : work) {
        one.get();
      }

      // Then
      assertThat(stage.exchanges()).hasSize(CONSUMERS * REQUESTS);
      assertThat(stage.link.counts().connections()).isEqualTo(CONSUMERS);
      assertThat(stage.exchanges())
          .allSatisfy(
              exchange ->
                  assertThat(exchange.response().orElseThrow().body().utf8())
                      .isEqualTo(exchange.request().target()));
    }
  }

  private static Object answer(Socket provider) throws Exception {
    try (provider) {
      InputStream in = provider.getInputStream();
      for (int i = 0; i < REQUESTS; i++) {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          head.append((char) in.read());
        }
        String target = head.substring(4, head.indexOf(" HTTP"));
        HttpLinkTest.say(
            provider,
            "HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
      }
      in.read();
    }
    return true;
  }

  private static Object ask(Socket consumer) throws Exception {
    try (consumer) {
      for (int i = 0; i < REQUESTS; i++) {
        String target = "/" + consumer.getLocalPort() + "/" + i;
        HttpLinkTest.say(consumer, "GET " + target + " HTTP/1.1\r\n\r\n");
        HttpLinkTest.hear(
            consumer,
            "HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
      }
    }
    return true;
  }
}
