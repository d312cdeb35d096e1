package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.BodyCapture;
import dev.concordat.wire.capture.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exchange of which the end was not seen yet. Used by one event loop thread only.
final class PendingExchange {
  final String method;
  final BodyCapture requestBody;
  final BodyCapture responseBody;
  List<Header> requestFields = List.of();
  List<Header> responseFields = List.of();
  boolean isRequestWhole;
  boolean isResponseWhole;

  /// The consumer will not send the rest of its request.
  boolean isRequestCut;

  /// What faults do to it, when there are any.
  @Nullable Disturbing disturbing;

  /// Whether what faults made of the response was sent.
  boolean isDelivered;

  /// Whether the response ends HTTP on this connection.
  boolean isProtocolSwitch;

  /// 0 until a final response began.
  int status;

  final String target;
  private final Instant at;
  private final long startNanos;

  PendingExchange(String method, String target, Instant at, long startNanos, int bodyLimit) {
    this.method = method;
    this.target = target;
    this.at = at;
    this.startNanos = startNanos;
    this.requestBody = new BodyCapture(bodyLimit);
    this.responseBody = new BodyCapture(bodyLimit);
  }

  /// Whether the consumer waits for an interim answer before it sends its body.
  boolean waitsForContinue() {
    for (Header field : requestFields) {
      if (Framing.isNamed(field, "expect")) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing more can come of it.
  boolean isOver() {
    return isResponseWhole
        && (isRequestWhole || isRequestCut)
        && (disturbing == null || isDelivered);
  }

  /// The reason why it failed, when a connection that ends early gives this one.
  Optional<String> failure(Optional<String> reason) {
    if (isRequestCut) {
      return Optional.of(LinkFailure.CONSUMER_CLOSED);
    }
    if (disturbing != null) {
      return reason;
    }
    return reason.isPresent() && isResponseWhole ? Optional.of(LinkFailure.REQUEST_CUT) : reason;
  }

  Instant at() {
    return at;
  }

  HttpRequestMessage request() {
    return new HttpRequestMessage(method, target, requestFields, requestBody.bytes());
  }

  long startNanos() {
    return startNanos;
  }

  String target() {
    return target;
  }

  HttpExchange ended(String id, LinkName link, long endNanos, Optional<String> failure) {
    return new HttpExchange(
        id,
        link,
        at,
        Duration.ofNanos(Math.max(0, endNanos - startNanos)),
        traceId(),
        request(),
        response(),
        failure,
        Optional.ofNullable(disturbing).map(it -> it.told(method, startNanos)));
  }

  private Optional<HttpResponseMessage> response() {
    return status == 0
        ? Optional.empty()
        : Optional.of(new HttpResponseMessage(status, responseFields, responseBody.bytes()));
  }

  private Optional<String> traceId() {
    for (Header field : requestFields) {
      if (Framing.isNamed(field, TraceParent.HEADER)) {
        return TraceParent.traceId(field.value());
      }
    }
    return Optional.empty();
  }
}
