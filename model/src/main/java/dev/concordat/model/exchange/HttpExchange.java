package dev.concordat.model.exchange;

import dev.concordat.model.link.LinkName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request and its response on a link.
///
/// @param duration from the request's first byte to the response's last, or to the failure
/// @param response absent when the provider never answered
/// @param failure what went wrong on the wire: `connection refused`, `closed before the response ended`
public record HttpExchange(
    String id,
    LinkName link,
    Instant at,
    Duration duration,
    Optional<String> traceId,
    HttpRequestMessage request,
    Optional<HttpResponseMessage> response,
    Optional<String> failure)
    implements Exchange {}
