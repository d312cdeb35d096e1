package dev.concordat.engine.run;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Sends Concordat's own requests over HTTP/1.1.
final class HttpCaller implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /// The client writes these itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  /// What came of a request.
  sealed interface Answer {
    Duration took();

    record Got(HttpResponseMessage response, Duration took) implements Answer {}

    record Nothing(String reason, Duration took) implements Answer {}

    /// The request cannot be put on the wire by this client.
    record Unsendable(String reason) implements Answer {
      @Override
      public Duration took() {
        return Duration.ZERO;
      }
    }
  }

  /// Sends a request and waits for the whole answer, at most as long as the limit.
  Answer send(URI base, HttpRequestMessage request, List<Header> more, Duration limit) {
    long start = System.nanoTime();
    try {
      HttpRequest prepared = prepare(base, request, more, limit);
      HttpResponse<byte[]> response =
          client.send(prepared, HttpResponse.BodyHandlers.ofByteArray());
      var headers = new ArrayList<Header>();
      response
          .headers()
          .map()
          .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
      return new Answer.Got(
          new HttpResponseMessage(response.statusCode(), headers, Bytes.of(response.body())),
          since(start));
    } catch (IllegalArgumentException e) {
      return new Answer.Unsendable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Answer.Nothing(reason, since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Nothing("the run was interrupted", since(start));
    }
  }

  private static HttpRequest prepare(
      URI base, HttpRequestMessage request, List<Header> more, Duration limit) {
    byte[] body = request.body().toArray();
    var builder =
        HttpRequest.newBuilder(
                URI.create(base.getScheme() + "://" + base.getAuthority() + request.target()))
            .timeout(limit)
            .method(
                request.method(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (Header header : request.headers()) {
      if (!OWN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT))) {
        builder.header(header.name(), header.value());
      }
    }
    more.forEach(header -> builder.setHeader(header.name(), header.value()));
    return builder.build();
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
