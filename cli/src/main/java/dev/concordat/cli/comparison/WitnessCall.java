package dev.concordat.cli.comparison;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Sends the request that shows a difference to a running provider.
final class WitnessCall {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  /// How much of an answer's body is shown, in bytes.
  private static final int MAX_SHOWN_BYTES = 300;

  /// The client writes these itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

  private final URI url;
  private final List<Header> more;

  /// @param url where the provider is; a path in it stands before all paths, unless they begin with it already
  /// @param more headers of every request, such as a credential
  WitnessCall(URI url, List<Header> more) {
    this.url = url;
    this.more = List.copyOf(more);
  }

  /// What came of it.
  sealed interface Said {
    /// A whole answer.
    ///
    /// @param start of the answer's body
    record Answered(int status, String start) implements Said {
      /// Whether it turns the request away.
      boolean isRefusal() {
        return status >= 400 && status < 500;
      }

      /// Whether it wants to know first who asks.
      boolean asksWho() {
        return status == 401 || status == 403;
      }

      boolean isTaken() {
        return status < 400;
      }
    }

    record Nothing(String reason) implements Said {}
  }

  Said send(HttpRequestMessage request) throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build()) {
      HttpResponse<InputStream> answer =
          client.send(prepared(request), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String start = new String(body.readNBytes(MAX_SHOWN_BYTES), StandardCharsets.UTF_8);
        client.shutdownNow();
        return new Said.Answered(answer.statusCode(), start.strip());
      }
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Said.Nothing(reason);
    } catch (IllegalArgumentException e) {
      return new Said.Nothing("the request cannot be sent: " + e.getMessage());
    }
  }

  private HttpRequest prepared(HttpRequestMessage request) {
    byte[] body = request.body().toArray();
    var builder =
        HttpRequest.newBuilder(address(request.target()))
            .timeout(ANSWER_LIMIT)
            .method(
                request.method(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    request.headers().stream()
        .filter(header -> !OWN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT)))
        .forEach(header -> builder.header(header.name(), header.value()));
    more.forEach(header -> builder.setHeader(header.name(), header.value()));
    return builder.build();
  }

  private URI address(String target) {
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    String before = target.startsWith(path + "/") ? "" : path;
    return URI.create(url.getScheme() + "://" + url.getRawAuthority() + before + target);
  }
}
