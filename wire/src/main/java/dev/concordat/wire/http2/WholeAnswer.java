package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.fault.Answer;
import dev.concordat.wire.fault.AnswerFault;
import dev.concordat.wire.fault.DuplicateResponse;
import dev.concordat.wire.fault.Garbage;
import dev.concordat.wire.fault.Http2Error;
import dev.concordat.wire.fault.MalformedChunk;
import dev.concordat.wire.fault.MessageFault;
import dev.concordat.wire.fault.ResetInBody;
import dev.concordat.wire.fault.SlowBody;
import dev.concordat.wire.fault.SlowHeaders;
import dev.concordat.wire.fault.StreamAct;
import dev.concordat.wire.fault.StreamPassage;
import dev.concordat.wire.fault.TruncatedBody;
import dev.concordat.wire.fault.WrongLength;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fault of whole answers at work on a stream: the response is kept until it is there.
final class WholeAnswer implements StreamPassage {
  private static final String LENGTH = "content-length";

  private final AnswerFault fault;
  private final String method;
  private final String target;
  private final int mostBytes;
  private final List<StreamAct.Part> kept = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private StreamAct.@Nullable Head head;
  private boolean isPassing;

  WholeAnswer(AnswerFault fault, String method, String target, int mostBytes) {
    this.fault = fault;
    this.method = method;
    this.target = target;
    this.mostBytes = mostBytes;
  }

  /// Why a fault cannot happen to an answer on HTTP/2; nothing when it can.
  static Optional<String> refuses(AnswerFault fault) {
    return switch (fault) {
      case MessageFault ignored -> Optional.empty();
      case WrongLength ignored -> Optional.empty();
      case TruncatedBody ignored -> Optional.empty();
      case ResetInBody ignored -> Optional.empty();
      case MalformedChunk() -> Optional.of("a fault of HTTP/1.1: HTTP/2 has no chunks");
      case Garbage() ->
          Optional.of("a fault of HTTP/1.1: on HTTP/2 it would hit all streams of the connection");
      case DuplicateResponse() ->
          Optional.of("a fault of HTTP/1.1: a stream of HTTP/2 has one response");
      case SlowHeaders ignored ->
          Optional.of("a fault of HTTP/1.1: on HTTP/2 a head comes as a whole; see latency");
      case SlowBody ignored ->
          Optional.of("a fault of HTTP/1.1; on HTTP/2 see latency and window-stall");
    };
  }

  /// An answer without asking the provider.
  List<StreamAct> own() {
    return acts(Answer.none(method, target));
  }

  @Override
  public List<StreamAct> next(StreamAct.Part part) {
    if (isPassing) {
      return List.of(part);
    }
    kept.add(part);
    boolean isEnd =
        switch (part) {
          case StreamAct.Head(List<Header> fields, boolean isOver) -> {
            if (head == null && Pseudo.status(fields) >= 200) {
              head = new StreamAct.Head(fields, isOver);
            }
            yield isOver;
          }
          case StreamAct.Body(ByteBuffer bytes, boolean isOver) -> {
            byte[] more = new byte[bytes.remaining()];
            bytes.duplicate().get(more);
            body.writeBytes(more);
            yield isOver;
          }
        };
    if (body.size() > mostBytes) {
      return unfit("the answer is longer than " + mostBytes + " bytes");
    }
    return isEnd ? whole() : List.of();
  }

  private List<StreamAct> whole() {
    StreamAct.Head first = head;
    if (first == null) {
      return unfit("there is no head");
    }
    var message =
        new HttpResponseMessage(
            Pseudo.status(first.fields()),
            Pseudo.without(first.fields()),
            Bytes.of(body.toByteArray()));
    Answer answer = Answer.of(method, target, message);
    return fault.fits(answer) ? acts(answer) : unfit("the answer has nothing that it could change");
  }

  private List<StreamAct> unfit(String reason) {
    isPassing = true;
    List<StreamAct> acts = new ArrayList<>();
    acts.add(new StreamAct.Unfit(reason));
    acts.addAll(kept);
    return acts;
  }

  private List<StreamAct> acts(Answer answer) {
    HttpResponseMessage was = answer.message();
    int size = was.body().size();
    return switch (fault) {
      case MessageFault other -> whole(other.instead(answer));
      case WrongLength(int difference) ->
          sent(was, Math.max(0, (long) size + difference), size, Optional.empty());
      case TruncatedBody(double part) -> sent(was, size, (int) (size * part), Optional.empty());
      case ResetInBody(double part) ->
          sent(was, size, (int) (size * part), Optional.of(Http2Error.INTERNAL_ERROR));
      case MalformedChunk(), Garbage(), DuplicateResponse() ->
          throw new IllegalStateException(fault.name());
      case SlowHeaders ignored -> throw new IllegalStateException(fault.name());
      case SlowBody ignored -> throw new IllegalStateException(fault.name());
    };
  }

  private List<StreamAct> whole(HttpResponseMessage message) {
    int size = message.body().size();
    return sent(message, size, size, Optional.empty());
  }

  private List<StreamAct> sent(
      HttpResponseMessage message, long saidLength, int sentLength, Optional<Http2Error> end) {
    List<Header> fields = new ArrayList<>(Pseudo.head(message));
    fields.removeIf(it -> it.name().equals(LENGTH));
    fields.add(new Header(LENGTH, Long.toString(saidLength)));
    if (method.equals("HEAD")) {
      return List.of(new StreamAct.Head(fields, true));
    }
    ByteBuffer bytes = ByteBuffer.wrap(message.body().toArray()).slice(0, sentLength);
    List<StreamAct> acts = new ArrayList<>();
    acts.add(new StreamAct.Head(fields, false));
    acts.add(new StreamAct.Body(bytes, end.isEmpty()));
    end.ifPresent(code -> acts.add(new StreamAct.Reset(code)));
    return acts;
  }
}
