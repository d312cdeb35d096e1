package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.capture.BodyCapture;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.StreamAct;
import dev.concordat.wire.fault.StreamPassage;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What faults do to one stream, and what each end was sent because of that.
final class StreamPlan {
  private static final int FINAL = 200;

  /// A fault at work on the response.
  record Working(PlacedFault placed, StreamPassage passage) {}

  /// A delay of one direction.
  record Late(Duration length, PlacedFault placed) {}

  /// What the link answers when it has the whole request.
  record Own(List<StreamAct> acts, PlacedFault placed) {}

  final List<Working> working = new ArrayList<>();
  @Nullable Late lateRequest;
  @Nullable Late lateResponse;
  @Nullable Own own;

  /// Whether the provider does not get the request.
  boolean isLocal;

  /// Whether the consumer has all it will get.
  boolean isDelivered;

  /// Whether the provider has reset the stream.
  boolean isProviderOver;

  /// Keeps the consumer from being told that it may send more.
  @Nullable PlacedFault withholding;

  long withheld;

  private final List<String> names = new ArrayList<>();
  private final BodyCapture toProvider;
  private final BodyCapture toConsumer;
  private final BodyCapture body;
  private List<Header> fields = List.of();
  private List<Header> trailers = List.of();
  private int status;
  private boolean isEnded;

  StreamPlan(int mostBytes) {
    this.toProvider = new BodyCapture(mostBytes);
    this.toConsumer = new BodyCapture(mostBytes);
    this.body = new BodyCapture(mostBytes);
  }

  void named(String fault) {
    if (!names.contains(fault)) {
      names.add(fault);
    }
  }

  void without(PlacedFault placed, String reason) {
    placed.didNotFit(reason);
    names.remove(placed.rule().fault().name());
  }

  /// Whether the stream goes otherwise than without it.
  boolean doesSomething() {
    return !working.isEmpty() || own != null || lateRequest != null || lateResponse != null;
  }

  boolean isNothing() {
    return names.isEmpty();
  }

  /// Notes frames of the stream as they are sent.
  void sent(Direction direction, ByteBuffer bytes) {
    (direction == Direction.TO_PROVIDER ? toProvider : toConsumer)
        .add(Unpooled.wrappedBuffer(bytes.duplicate()), bytes.remaining());
  }

  /// Notes what the consumer is sent.
  void received(StreamAct.Part part) {
    switch (part) {
      case StreamAct.Head head -> {
        if (status >= FINAL) {
          trailers = Pseudo.without(head.fields());
        } else if (Pseudo.status(head.fields()) >= FINAL) {
          status = Pseudo.status(head.fields());
          fields = Pseudo.without(head.fields());
        }
        isEnded |= head.isEnd();
      }
      case StreamAct.Body(ByteBuffer bytes, boolean isEnd) -> {
        body.add(Unpooled.wrappedBuffer(bytes.duplicate()), bytes.remaining());
        isEnded |= isEnd;
      }
    }
  }

  Disturbed told() {
    Optional<HttpResponseMessage> whole =
        isEnded && status >= FINAL
            ? Optional.of(new HttpResponseMessage(status, fields, body.bytes(), trailers))
            : Optional.empty();
    return new Disturbed(
        names, isLocal ? 0 : 1, toProvider.bytes(), toConsumer.bytes(), whole, Optional.empty());
  }
}
