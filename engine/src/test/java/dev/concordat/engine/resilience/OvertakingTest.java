package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.http.HttpLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// A provider that keeps one value, and a consumer that changes it twice, with a real link between them.
class OvertakingTest {
  @Test
  void theLastOneWinsWhereAValueIsReplaced() throws Exception {
    assertThat(measured((old, next) -> next, false).reading())
        .isEqualTo(new Reading.Word("differs: rows of stock value"));
  }

  @Test
  void sumsAreTheSameInEveryOrder() throws Exception {
    assertThat(
            measured(
                    (old, next) -> Integer.toString(Integer.parseInt(old) + Integer.parseInt(next)),
                    false)
                .reading())
        .isEqualTo(new Reading.Word("the same afterwards"));
  }

  @Test
  void nothingIsSaidOfAConsumerThatMakesOneCallAfterTheOther() throws Exception {
    Measurement measured = measured((old, next) -> next, true);

    assertThat(measured.trait()).isEqualTo(Trait.ORDER);
    assertThat(measured.reading())
        .isEqualTo(new Reading.Unknown("the second request did not come while the first was kept"));
  }

  private static Measurement measured(BinaryOperator<String> change, boolean isOneByOne)
      throws Exception {
    try (var loops = EventLoops.open(1);
        var stock = new Stock(change);
        var link =
            HttpLink.open(
                new LinkName("shop", "stock"),
                stock.server.getAddress(),
                Wiring.of(loops, exchange -> {}))) {
      var log = new LinkLog();
      link.watch(log);
      return Overtaking.measure(
          new Changes(stock, link.address(), isOneByOne),
          link.disturbances(),
          Requests.of("* /stock"),
          log);
    }
  }

  private static final class Stock implements AutoCloseable {
    private final HttpServer server;
    private final BinaryOperator<String> change;
    private volatile String value = "0";

    Stock(BinaryOperator<String> change) throws IOException {
      this.change = change;
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/stock", this::answer);
      server.start();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        String next = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        value = change.apply(value, next);
        exchange.sendResponseHeaders(204, -1);
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static final class Changes implements Pair {
    private final Stock stock;
    private final URI address;
    private final boolean isOneByOne;
    private final ReentrantLock turn = new ReentrantLock();
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Changes(Stock stock, InetSocketAddress link, boolean isOneByOne) {
      this.stock = stock;
      this.address = URI.create("http://127.0.0.1:" + link.getPort() + "/stock");
      this.isOneByOne = isOneByOne;
    }

    @Override
    public void begin() {
      stock.value = "0";
    }

    @Override
    public void call(Which which) {
      if (isOneByOne) {
        turn.lock();
      }
      try {
        client.send(
            HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofString(which == Which.FIRST ? "3" : "5"))
                .build(),
            HttpResponse.BodyHandlers.discarding());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        if (isOneByOne) {
          turn.unlock();
        }
      }
    }

    @Override
    public List<Left> end() {
      List<Left> left = new ArrayList<>();
      left.add(
          new Left(
              "rows of stock", Map.of("value", stock.value, "id", UUID.randomUUID().toString())));
      return left;
    }
  }
}
