package dev.concordat.model.exchange;

import dev.concordat.model.link.LinkName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request and its response on a link.
///
/// @param duration from the request's first byte to the response's last, or to the failure
/// @param request what the consumer sent
/// @param response what the provider sent; absent when it never answered
/// @param failure what went wrong on the wire: `connection refused`, `closed before the response ended`
/// @param disturbed what each end got instead, when a fault was on the link
public record HttpExchange(
    String id,
    LinkName link,
    Instant at,
    Duration duration,
    Optional<String> traceId,
    HttpRequestMessage request,
    Optional<HttpResponseMessage> response,
    Optional<String> failure,
    Optional<Disturbed> disturbed)
    implements Exchange {
  /// An exchange that no fault disturbed: what one end sent the other one got.
  public HttpExchange(
      String id,
      LinkName link,
      Instant at,
      Duration duration,
      Optional<String> traceId,
      HttpRequestMessage request,
      Optional<HttpResponseMessage> response,
      Optional<String> failure) {
    this(id, link, at, duration, traceId, request, response, failure, Optional.empty());
  }
}
