package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.BodyCapture;
import dev.concordat.wire.capture.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream of which the end was not seen yet: a request and its response.
final class StreamExchange {
  private static final int FINAL = 200;

  final int stream;
  final String method;
  final String target;
  final List<Header> requestFields;
  final BodyCapture requestBody;
  final BodyCapture responseBody;
  final Flow toProvider;
  final Flow toConsumer;
  final long startNanos;
  private final Instant at;
  boolean isRequestWhole;
  boolean isResponseWhole;

  /// The consumer will not send the rest of its request.
  boolean isRequestCut;

  /// What faults do to it; nothing while bytes are simply relayed.
  @Nullable StreamPlan plan;

  /// 0 until a final response began.
  private int status;

  private List<Header> responseFields = List.of();
  private List<Header> trailers = List.of();

  StreamExchange(
      int stream,
      HttpRequestMessage request,
      Instant at,
      long startNanos,
      int bodyLimit,
      Flow toProvider,
      Flow toConsumer) {
    this.stream = stream;
    this.method = request.method();
    this.target = request.target();
    this.requestFields = request.headers();
    this.at = at;
    this.startNanos = startNanos;
    this.requestBody = new BodyCapture(bodyLimit);
    this.responseBody = new BodyCapture(bodyLimit);
    this.toProvider = toProvider;
    this.toConsumer = toConsumer;
  }

  /// The head, an interim one, or the trailers of the response.
  void answered(List<Header> fields) {
    if (status >= FINAL) {
      trailers = Pseudo.without(fields);
      return;
    }
    int said = Pseudo.status(fields);
    if (said >= FINAL) {
      status = said;
      responseFields = Pseudo.without(fields);
    }
  }

  boolean isAnswered() {
    return status >= FINAL;
  }

  boolean isGrpc() {
    return Headers.first(requestFields, "content-type")
        .filter(it -> it.startsWith("application/grpc"))
        .isPresent();
  }

  /// Whether nothing more can come of it.
  boolean isOver() {
    boolean isDelivered = plan == null ? isResponseWhole : plan.isDelivered;
    return isDelivered && (isRequestWhole || isRequestCut);
  }

  HttpRequestMessage request() {
    return new HttpRequestMessage(method, target, requestFields, requestBody.bytes());
  }

  Optional<HttpResponseMessage> response() {
    return status < FINAL
        ? Optional.empty()
        : Optional.of(
            new HttpResponseMessage(status, responseFields, responseBody.bytes(), trailers));
  }

  HttpExchange ended(String id, LinkName link, long endNanos, Optional<String> failure) {
    Optional<Disturbed> disturbed =
        plan == null || plan.isNothing() ? Optional.empty() : Optional.of(plan.told());
    return new HttpExchange(
        id,
        link,
        at,
        Duration.ofNanos(Math.max(0, endNanos - startNanos)),
        Headers.first(requestFields, TraceParent.HEADER).flatMap(TraceParent::traceId),
        request(),
        response(),
        failure,
        disturbed);
  }

  /// All that is on its way, in both directions.
  List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    flows.add(toProvider);
    flows.add(toConsumer);
    return flows;
  }
}
