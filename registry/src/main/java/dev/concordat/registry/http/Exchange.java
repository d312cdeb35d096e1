package dev.concordat.registry.http;

import dev.concordat.model.exchange.Bytes;
import io.helidon.http.BadRequestException;
import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Between the web server's requests and ours. A mistake of ours is answered with 500 and written to the log; the answer
/// tells nothing of the inside.
final class Exchange {
  private final BiConsumer<String, Throwable> failed;
  private final Router router;
  private final Guard guard;
  private final long maxBody;

  /// @param failed is told of mistakes of ours, with the request
  Exchange(Router router, Guard guard, long maxBody, BiConsumer<String, Throwable> failed) {
    this.failed = failed;
    this.router = router;
    this.guard = guard;
    this.maxBody = maxBody;
  }

  void handle(ServerRequest request, ServerResponse response) {
    Answer answer;
    try {
      answer = answer(request);
    } catch (BadRequestException e) {
      answer = RegistryServer.error(400, "The request cannot be read");
    } catch (RuntimeException | Error e) {
      Optional<Answer> known = StoreTrouble.answer(e);
      if (known.isEmpty()) {
        failed.accept(
            request.prologue().method().text() + " " + request.prologue().uriPath().rawPath(), e);
      }
      answer = known.orElse(RegistryServer.error(500, "The registry failed; its log says why"));
    }
    response.status(answer.status());
    answer.headers().forEach(response::header);
    response.header("X-Content-Type-Options", "nosniff");
    response.send(answer.body().toArray());
  }

  private Answer answer(ServerRequest request) {
    Bytes body;
    try (InputStream stream = request.content().inputStream()) {
      byte[] bytes = stream.readNBytes((int) Math.min(maxBody + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > maxBody) {
        return RegistryServer.error(413, "The body is larger than " + maxBody + " bytes");
      }
      body = Bytes.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> headers = new HashMap<>();
    for (Header header : request.headers()) {
      headers.put(header.name().toLowerCase(Locale.ROOT), header.get());
    }
    String path = request.prologue().uriPath().rawPath();
    String method = request.prologue().method().text().toUpperCase(Locale.ROOT);
    Asked asked =
        new Asked(
            method,
            path,
            request.prologue().query().rawValue(),
            Map.of(),
            headers,
            body,
            base(request, headers),
            Caller.ANONYMOUS);
    Router.Found found = router.find(method, path);
    if (found.route().isEmpty()) {
      Answer answer =
          found.allowed().isEmpty()
              ? RegistryServer.error(404, "The requested document was not found on this server.")
              : RegistryServer.error(405, "This path has no " + method)
                  .with("Allow", String.join(", ", found.allowed()));
      return guard.unrouted(asked, answer);
    }
    Route route = found.route().get();
    return guard.pass(route, asked.with(found.parameters()), route.action());
  }

  /// Proxies in between say what the client asked for.
  private static String base(ServerRequest request, Map<String, String> headers) {
    String scheme =
        headers.getOrDefault("x-forwarded-proto", request.isSecure() ? "https" : "http");
    String authority =
        headers.getOrDefault("x-forwarded-host", headers.getOrDefault("host", request.authority()));
    return scheme + "://" + authority;
  }
}
