package dev.concordat.wire.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.capture.BodyCapture;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.fault.AnswerFault;
import dev.concordat.wire.fault.Chosen;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.DuplicateRequest;
import dev.concordat.wire.fault.Fault;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.StreamFault;
import dev.concordat.wire.fault.TransportFault;
import dev.concordat.wire.fault.WithheldContinue;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What faults do to one exchange, and what each end was sent because of that. Guarded by its connection's lock.
final class Disturbing {
  final List<Running> onRequest = new ArrayList<>();
  final List<Running> onResponse = new ArrayList<>();

  /// Faults of HTTP/2 of a request that asks for it.
  final List<Chosen> onHttp2 = new ArrayList<>();

  @Nullable Chosen answerFault;
  @Nullable Chosen duplicate;
  @Nullable Chosen withheld;

  /// Whether the link has the whole request and may answer by itself.
  boolean isReady;

  /// How often the provider was sent the request.
  int requests;

  private static final String NOT_HTTP_2 = "a fault of HTTP/2, and this request came on HTTP/1.1";

  private final List<String> names = new ArrayList<>();
  private final CaptureLimits limits;
  private final BodyCapture toProvider;
  private final BodyCapture toConsumer;
  private final BodyCapture copy;
  private long consumerLeftNanos;

  Disturbing(CaptureLimits limits) {
    this.limits = limits;
    int most = limits.bodyBytes() + limits.headBytes();
    this.toProvider = new BodyCapture(most);
    this.toConsumer = new BodyCapture(most);
    this.copy = new BodyCapture(most);
  }

  /// What the rules that are on say about a request that begins.
  static Disturbing of(
      Disturbances disturbances,
      String method,
      String target,
      boolean mayBecomeHttp2,
      CaptureLimits limits) {
    var plan = new Disturbing(limits);
    for (PlacedFault placed : disturbances.placed()) {
      FaultRule rule = placed.rule();
      if (rule.unit() == FaultRule.Unit.MESSAGE && rule.requests().includes(method, target)) {
        plan.consider(placed, mayBecomeHttp2);
      }
    }
    return plan;
  }

  /// One fault of the answer is enough for a message: rules that were set later do not meet it.
  private void consider(PlacedFault placed, boolean mayBecomeHttp2) {
    Fault fault = placed.rule().fault();
    boolean isOfAnswer = fault instanceof AnswerFault || fault instanceof StreamFault;
    if (isOfAnswer && (answerFault != null || !onHttp2.isEmpty())) {
      return;
    }
    placed
        .next()
        .ifPresent(
            random -> {
              names.add(fault.name());
              var chosen = new Chosen(placed, random);
              switch (fault) {
                case AnswerFault ignored -> answerFault = chosen;
                case StreamFault ignored -> onHttp2.add(chosen);
                case DuplicateRequest() -> duplicate = chosen;
                case WithheldContinue() -> withheld = chosen;
                case TransportFault ignored -> {
                  Running.of(placed, random, Direction.TO_PROVIDER).ifPresent(onRequest::add);
                  Running.of(placed, random, Direction.TO_CONSUMER).ifPresent(onResponse::add);
                }
                default -> throw new IllegalStateException(fault.name());
              }
            });
    if (!mayBecomeHttp2) {
      staysOnHttp1();
    }
  }

  /// Faults of HTTP/2 can do nothing to this request.
  void staysOnHttp1() {
    for (Chosen each : onHttp2) {
      each.placed().didNotFit(NOT_HTTP_2);
      names.remove(each.placed().rule().fault().name());
    }
    onHttp2.clear();
  }

  /// The request goes on in HTTP/2, with these faults.
  List<Chosen> forHttp2() {
    List<Chosen> all = new ArrayList<>(onHttp2);
    if (answerFault != null) {
      all.add(answerFault);
    }
    return all;
  }

  boolean isNothing() {
    return names.isEmpty();
  }

  void also(String fault) {
    if (!names.contains(fault)) {
      names.add(fault);
    }
  }

  /// A fault that was chosen could not be applied.
  void without(PlacedFault placed) {
    placed.didNotFit();
    names.remove(placed.rule().fault().name());
  }

  /// Whether the link answers by itself.
  boolean isLocal() {
    return answerFault != null && !fault(answerFault).asksProvider();
  }

  static AnswerFault fault(Chosen chosen) {
    return (AnswerFault) chosen.placed().rule().fault();
  }

  /// Whether the response must be there as a whole before any of it is sent.
  boolean needsWholeResponse() {
    return answerFault != null || duplicate != null;
  }

  void sent(ByteBuffer bytes, Direction direction) {
    BodyCapture capture = direction == Direction.TO_PROVIDER ? toProvider : toConsumer;
    capture.add(Unpooled.wrappedBuffer(bytes), bytes.remaining());
  }

  /// Keeps a part of a request that is to be sent once more.
  void copy(byte[] segment) {
    if (duplicate != null) {
      copy.add(Unpooled.wrappedBuffer(segment), segment.length);
    }
  }

  /// The request, where it was not too long to be kept.
  Optional<byte[]> wholeRequest() {
    Bytes kept = copy.bytes();
    return kept.isCut() ? Optional.empty() : Optional.of(kept.toArray());
  }

  void consumerLeft(long nanos) {
    if (consumerLeftNanos == 0) {
      consumerLeftNanos = nanos;
    }
  }

  Disturbed told(String method, long startNanos) {
    Bytes sent = toConsumer.bytes();
    Optional<Duration> left =
        consumerLeftNanos == 0
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(Math.max(0, consumerLeftNanos - startNanos)));
    return new Disturbed(names, requests, toProvider.bytes(), sent, received(method, sent), left);
  }

  /// The bytes read as a response, as a client would that takes one response and no more.
  private Optional<HttpResponseMessage> received(String method, Bytes sent) {
    var parser = new ResponseParser(method, limits);
    byte[] bytes = sent.toArray();
    return parser.feed(bytes, bytes.length) instanceof ResponseParser.State.Whole whole
        ? Optional.of(whole.response())
        : parser.end() instanceof ResponseParser.State.Whole ended
            ? Optional.of(ended.response())
            : Optional.empty();
  }
}
