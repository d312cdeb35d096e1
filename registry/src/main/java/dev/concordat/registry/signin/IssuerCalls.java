package dev.concordat.registry.signin;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.concordat.registry.http.Unanswered;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Every call to the issuer: to safe addresses only, without following where they lead, and bounded in time and size.
final class IssuerCalls implements HTTPRequestSender {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// More than any discovery document, set of keys or token seen so far.
  private static final long MAX_BODY = 1L << 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// What an address has.
  ///
  /// @throws IOException also for any other status than 200
  Resource get(URI address) throws IOException {
    ReadOnlyHTTPResponse response = send(new HTTPRequest(HTTPRequest.Method.GET, address));
    if (response.getStatusCode() != HTTPResponse.SC_OK) {
      throw new IOException("it answered " + response.getStatusCode());
    }
    return new Resource(response.getBody(), "application/json");
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
    if (!Endpoints.isSafe(asked.getURI())) {
      throw new IOException(asked.getURI() + " is neither https nor on this machine");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI()).timeout(LIMIT);
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    String body = asked.getBody();
    request.method(
        asked.getMethod().name(),
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> answer = await(request.build());
    HTTPResponse response = new HTTPResponse(answer.statusCode());
    for (var header : answer.headers().map().entrySet()) {
      if (header.getKey().toLowerCase(Locale.ROOT).equals("content-type")) {
        setType(response, header.getValue());
      }
    }
    response.setBody(answer.body());
    return response;
  }

  private static void setType(HTTPResponse response, List<String> values) throws IOException {
    try {
      response.setContentType(values.getFirst());
    } catch (ParseException e) {
      throw new IOException("its content type cannot be read: " + values.getFirst(), e);
    }
  }

  /// The limit holds for the whole answer, not only for its head.
  private HttpResponse<String> await(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY));
    try {
      return coming.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no whole answer within " + LIMIT.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(
          cause instanceof IOException known ? Unanswered.reason(known) : String.valueOf(cause), e);
    }
  }
}
