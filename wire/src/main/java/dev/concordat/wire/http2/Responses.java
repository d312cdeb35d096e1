package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.StreamAct;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What faults make of responses: each part of one goes through the faults of its stream, one after the other.
final class Responses {
  /// What pings of a flood carry.
  static final long FLOOD = 0x436f6e636f726474L;

  private final Session session;
  private final Ends ends;
  private final Remnants remnants;
  private final Outgoing out;

  Responses(Session session, Ends ends, Remnants remnants, Outgoing out) {
    this.session = session;
    this.ends = ends;
    this.remnants = remnants;
    this.out = out;
  }

  private static StreamPlan plan(StreamExchange stream) {
    return Objects.requireNonNull(stream.plan);
  }

  static Part.Hold hold(StreamPlan.Late late) {
    return new Part.Hold(System.nanoTime() + late.length().toNanos(), late.placed());
  }

  /// The head of the request is here.
  void begin(StreamExchange stream) {
    StreamPlan plan = plan(stream);
    for (int i = 0; i < plan.working.size(); i++) {
      perform(stream, plan.working.get(i).passage().begun(), i, new Budget(0));
    }
    if (stream.isGrpc()) {
      answerOwn(stream); // a call need not end its requests before it is answered
    }
    out.flush(stream, Direction.TO_CONSUMER);
  }

  void requestEnded(StreamExchange stream, boolean isEnd) {
    if (isEnd) {
      answerOwn(stream);
    }
  }

  /// Gives the answer that needs no provider, once.
  private void answerOwn(StreamExchange stream) {
    StreamPlan plan = plan(stream);
    StreamPlan.Own own = plan.own;
    if (own == null) {
      return;
    }
    plan.own = null;
    if (plan.lateResponse != null) {
      stream.toConsumer.add(hold(plan.lateResponse));
      plan.lateResponse = null;
    }
    for (StreamAct act : own.acts()) {
      perform(stream, act, 0, own.placed(), new Budget(0));
    }
    out.flush(stream, Direction.TO_CONSUMER);
  }

  /// How many of the bytes that came were not passed on yet.
  private static final class Budget {
    private long left;

    Budget(long left) {
      this.left = left;
    }

    boolean takes(long bytes) {
      boolean isEnough = bytes <= left;
      left -= isEnough ? bytes : 0;
      return isEnough;
    }
  }

  /// The provider has sent a part of its response.
  void respond(StreamExchange stream, StreamAct.Part part) {
    StreamPlan plan = plan(stream);
    if (plan.lateResponse != null) {
      stream.toConsumer.add(hold(plan.lateResponse));
      plan.lateResponse = null;
    }
    long count =
        part instanceof StreamAct.Body(ByteBuffer bytes, boolean _) ? bytes.remaining() : 0;
    var budget = new Budget(count);
    pass(stream, part, 0, budget);
    out.credit(Direction.TO_CONSUMER, stream.stream, budget.left);
    out.flush(stream, Direction.TO_CONSUMER);
  }

  /// Passes a part of a response through the faults from a place on.
  private void pass(StreamExchange stream, StreamAct.Part part, int at, Budget budget) {
    List<StreamPlan.Working> working = plan(stream).working;
    if (at < working.size()) {
      perform(stream, working.get(at).passage().next(part), at, budget);
      return;
    }
    stream.toConsumer.add(
        switch (part) {
          case StreamAct.Head(List<Header> fields, boolean isEnd) -> new Part.Head(fields, isEnd);
          case StreamAct.Body(ByteBuffer bytes, boolean isEnd) ->
              new Part.Body(bytes, isEnd, !budget.takes(bytes.remaining()));
        });
  }

  private void perform(StreamExchange stream, List<StreamAct> acts, int at, Budget budget) {
    PlacedFault by = plan(stream).working.get(at).placed();
    for (StreamAct act : acts) {
      perform(stream, act, at + 1, by, budget);
    }
  }

  private void perform(
      StreamExchange stream, StreamAct act, int next, PlacedFault by, Budget budget) {
    switch (act) {
      case StreamAct.Part part -> pass(stream, part, next, budget);
      case StreamAct.Reset(var code) ->
          stream.toConsumer.add(new Part.Reset(code.code(), Optional.of(by)));
      case StreamAct.Stall() -> stream.toConsumer.add(new Part.Stall(by));
      case StreamAct.WithholdWindow() -> plan(stream).withholding = by;
      case StreamAct.GoAway goAway -> goAway(stream, goAway, by);
      case StreamAct.Flood flood -> flood(flood);
      case StreamAct.Unfit(String reason) -> plan(stream).without(by, reason);
      case StreamAct.Later(var length, var then) ->
          ends.later(
              length,
              () -> {
                if (session.stream(stream.stream) == stream) {
                  then.forEach(it -> perform(stream, it, next, by, new Budget(0)));
                  out.flush(stream, Direction.TO_CONSUMER);
                }
              });
    }
  }

  private void goAway(StreamExchange stream, StreamAct.GoAway goAway, PlacedFault by) {
    int last = goAway.isInOrder() ? stream.stream : Math.max(0, stream.stream - 2);
    remnants.refuseAfter(last);
    out.write(
        Direction.TO_CONSUMER,
        FrameWriter.numbers(FrameReader.GOAWAY, 0, 0, last, goAway.code().code()));
    if (!goAway.isInOrder()) {
      ends.close(by);
    }
  }

  private void flood(StreamAct.Flood flood) {
    for (int i = 0; i < flood.count(); i++) {
      switch (flood.kind()) {
        case PING -> out.write(Direction.TO_CONSUMER, FrameWriter.ping(FLOOD, false));
        case SETTINGS -> {
          session.way(Direction.TO_PROVIDER).saidOwn();
          out.write(Direction.TO_CONSUMER, FrameWriter.settings(List.of()));
        }
      }
    }
  }
}
