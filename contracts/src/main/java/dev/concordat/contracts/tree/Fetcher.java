package dev.concordat.contracts.tree;

import dev.concordat.model.exchange.Bytes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches documents from addresses that a person allowed. Sends no credentials and no cookies; follows redirects only to
/// what is allowed too.
final class Fetcher {
  private static final Duration MAX_TIME = Duration.ofSeconds(15);
  private static final Duration MAX_TIME_TO_CONNECT = Duration.ofSeconds(5);
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_DOCUMENTS = 200;
  private static final int OK = 200;

  private final ReferencePolicy policy;
  private final int maxBytes;
  private int fetched;

  Fetcher(ReferencePolicy policy, ReadLimits limits) {
    this.policy = policy;
    this.maxBytes = limits.maxBytes();
  }

  /// What came of it.
  sealed interface Answer {}

  record Text(Bytes bytes) implements Answer {}

  /// @param reason how the sentence ends that begins with the reference
  record Nothing(String reason) implements Answer {}

  Answer fetch(UriReference uri) {
    if (fetched++ >= MAX_DOCUMENTS) {
      return new Nothing("more than " + MAX_DOCUMENTS + " documents would be fetched");
    }
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(MAX_TIME_TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      return fetch(client, uri);
    } catch (IOException e) {
      return new Nothing("it cannot be fetched: " + reason(e));
    } catch (IllegalArgumentException e) {
      return new Nothing("it is not an address: " + reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Nothing("fetching it was interrupted");
    }
  }

  private Answer fetch(HttpClient client, UriReference first)
      throws IOException, InterruptedException {
    UriReference at = first;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Optional<UrlPrefix> allowing = policy.allowing(at);
      if (allowing.isEmpty()) {
        return new Nothing("it redirects to `" + at + "`, which is not allowed");
      }
      if (isUnexpectedlyLocal(allowing.get().host())) {
        return new Nothing("`" + allowing.get().host() + "` leads to this very machine");
      }
      HttpResponse<byte[]> response = send(client, at);
      Optional<String> location = response.headers().firstValue("location");
      if (response.statusCode() / 100 != 3 || location.isEmpty()) {
        return response.statusCode() == OK
            ? new Text(Bytes.of(response.body()))
            : new Nothing("the server answers with the status " + response.statusCode());
      }
      at = at.resolve(location.get()).withoutFragment();
    }
    return new Nothing("it redirects more than " + MAX_REDIRECTS + " times");
  }

  /// The limit on time holds for the whole answer; the client's own ends with the head.
  private HttpResponse<byte[]> send(HttpClient client, UriReference uri)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri.toString()))
            .timeout(MAX_TIME)
            .header("Accept", "application/yaml, application/json;q=0.9, */*;q=0.8")
            .GET()
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try {
      return answer.get(MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + MAX_TIME.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /// A name that looks like someone else's and leads here may reach what was never meant to be reached. Whoever means this
  /// machine says so: `localhost`, or its address.
  private static boolean isUnexpectedlyLocal(String host) throws IOException {
    boolean isSaid =
        host.equals("localhost") || host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
    if (isSaid) {
      return false;
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (address.isLoopbackAddress()
          || address.isLinkLocalAddress()
          || address.isAnyLocalAddress()) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Exception e) {
    if (e instanceof ConnectException) {
      return "nobody answers there";
    }
    if (e instanceof UnknownHostException) {
      return "there is no such host";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
