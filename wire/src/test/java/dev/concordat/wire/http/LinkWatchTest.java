package dev.concordat.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkWatchTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void tellsWhenAConsumerGivesUpOnAProviderThatStaysSilent() throws Exception {
    // Given
    var events = new LinkedBlockingQueue<LinkEvent>();
    try (var silent = new ServerSocket(0, 5, LOOPBACK);
        var loops = EventLoops.open();
        var link =
            HttpLink.open(
                new LinkName("a", "b"),
                new InetSocketAddress(LOOPBACK, silent.getLocalPort()),
                Wiring.of(loops, exchange -> {}))) {
      link.watch(events::add);

      // When
      LinkEvent requested;
      try (var consumer = new Socket(LOOPBACK, link.address().getPort())) {
        consumer
            .getOutputStream()
            .write(
                "GET /slow HTTP/1.1\r\nHost: b\r\nX-Try: 1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(next(events)).isInstanceOf(LinkEvent.Opened.class);
        requested = next(events);
      }
      LinkEvent ended = next(events);

      // Then
      assertThat(requested).isInstanceOf(LinkEvent.Requested.class);
      LinkEvent.Requested request = (LinkEvent.Requested) requested;
      assertThat(request.target()).isEqualTo("/slow");
      assertThat(request.headers()).anyMatch(header -> header.name().equals("X-Try"));
      assertThat(ended).isInstanceOf(LinkEvent.ConsumerEnded.class);
      assertThat(ended.connection()).isEqualTo(requested.connection());
      assertThat(ended.atNanos()).isGreaterThan(requested.atNanos());
    }
  }

  private static LinkEvent next(LinkedBlockingQueue<LinkEvent> events) throws InterruptedException {
    LinkEvent event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return java.util.Objects.requireNonNull(event);
  }
}
