package dev.concordat.wire.fault;

import dev.concordat.wire.authority.Authority;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The JDK's client.
final class JdkClient implements Client {
  @Override
  public Optional<String> version() {
    return Optional.of("JDK HttpClient " + Runtime.version().feature());
  }

  @Override
  public List<String> twice(URI address, String method, Authority authority) throws Exception {
    List<String> saw = new ArrayList<>();
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Trust.in(authority))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofMillis(PATIENCE_MILLIS))
            .build()) {
      for (int i = 0; i < 2; i++) {
        saw.add(ask(client, request(address, method)));
      }
      client.shutdownNow();
    }
    return saw;
  }

  private static HttpRequest request(URI address, String method) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(Duration.ofMillis(PATIENCE_MILLIS));
    return method.equals("POST")
        ? request.expectContinue(true).POST(HttpRequest.BodyPublishers.ofString(POST_BODY)).build()
        : request.build();
  }

  private static String ask(HttpClient client, HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> response = asked.get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return Client.answered(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      asked.cancel(true);
      return "waits for ever";
    } catch (ExecutionException e) {
      return Client.failed(story(e));
    }
  }

  /// What failed, and why, and why that; a reset is told by the last of them only.
  private static String story(Throwable failure) {
    var story = new StringBuilder();
    for (Throwable each = failure.getCause(); each != null; each = each.getCause()) {
      story.append(each).append(' ');
    }
    return story.toString();
  }
}
