package dev.concordat.wire.http2;

import dev.concordat.wire.fault.AnswerFault;
import dev.concordat.wire.fault.Chosen;
import dev.concordat.wire.fault.ConnectFault;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.ExchangeFault;
import dev.concordat.wire.fault.Fault;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Latency;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RecordFault;
import dev.concordat.wire.fault.Stall;
import dev.concordat.wire.fault.StreamFault;
import dev.concordat.wire.fault.StreamRequest;
import dev.concordat.wire.fault.TransportFault;
import dev.concordat.wire.fault.WindowStall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what faults do to a stream that begins.
final class Planner {
  private static final String ELSEWHERE =
      "on HTTP/2 it is offered for connections, and of one message there are reset-stream,"
          + " window-stall and latency";

  private final Disturbances disturbances;
  private final int mostBytes;

  Planner(Disturbances disturbances, int mostBytes) {
    this.disturbances = disturbances;
    this.mostBytes = mostBytes;
  }

  /// A stream of which nothing is disturbed.
  StreamPlan nothing() {
    return new StreamPlan(mostBytes);
  }

  /// What the rules that are on say about a request that begins. They say nothing about one that has no method or no path.
  StreamPlan plan(StreamExchange stream, List<String> ofConnection) {
    if (stream.method.isEmpty() || stream.target.isEmpty()) {
      return nothing();
    }
    List<Chosen> chosen = new ArrayList<>();
    boolean hasAnswer = false;
    for (PlacedFault placed : disturbances.placed()) {
      FaultRule rule = placed.rule();
      boolean isOfAnswer = isOfAnswer(rule.fault());
      if (rule.unit() == FaultRule.Unit.MESSAGE
          && rule.requests().includes(stream.method, stream.target)
          && !(isOfAnswer && hasAnswer)) {
        Optional<Chosen> next = placed.next().map(random -> new Chosen(placed, random));
        hasAnswer |= isOfAnswer && next.isPresent();
        next.ifPresent(chosen::add);
      }
    }
    StreamPlan plan = plan(stream, chosen, true);
    ofConnection.forEach(plan::named);
    return plan;
  }

  /// One fault of the answer is enough for a message.
  private static boolean isOfAnswer(Fault fault) {
    return fault instanceof AnswerFault || fault instanceof StreamFault;
  }

  /// What faults do that were chosen for this stream.
  ///
  /// @param isUnasked whether the provider does not have the request yet
  StreamPlan plan(StreamExchange stream, List<Chosen> chosen, boolean isUnasked) {
    StreamPlan plan = nothing();
    for (Chosen each : chosen) {
      plan.named(each.placed().rule().fault().name());
      switch (each.placed().rule().fault()) {
        case AnswerFault fault -> answer(fault, each, stream, plan, isUnasked);
        case StreamFault fault -> ofStream(fault, each, stream, plan, isUnasked);
        case Latency(var delay) -> {
          var late = new StreamPlan.Late(delay.next(each.random()), each.placed());
          if (each.placed().rule().direction() == Direction.TO_PROVIDER) {
            plan.lateRequest = late;
          } else {
            plan.lateResponse = late;
          }
        }
        case Stall(long after) when each.placed().rule().direction() == Direction.TO_CONSUMER ->
            ofStream(new WindowStall(after), each, stream, plan, isUnasked);
        case TransportFault ignored -> plan.without(each.placed(), ELSEWHERE);
        case ExchangeFault ignored -> plan.without(each.placed(), "a fault of HTTP/1.1");
        case ConnectFault ignored -> plan.without(each.placed(), "a fault of connections");
        case RecordFault ignored -> plan.without(each.placed(), "a fault of Kafka's messages");
      }
    }
    return plan;
  }

  private void answer(
      AnswerFault fault, Chosen chosen, StreamExchange stream, StreamPlan plan, boolean isUnasked) {
    Optional<String> refused = WholeAnswer.refuses(fault);
    if (refused.isPresent()) {
      plan.without(chosen.placed(), refused.get());
      return;
    }
    var whole = new WholeAnswer(fault, stream.method, stream.target, mostBytes);
    if (fault.asksProvider() || !isUnasked) {
      plan.working.add(new StreamPlan.Working(chosen.placed(), whole));
    } else {
      plan.isLocal = true;
      plan.own = new StreamPlan.Own(whole.own(), chosen.placed());
    }
  }

  private static void ofStream(
      StreamFault fault, Chosen chosen, StreamExchange stream, StreamPlan plan, boolean isUnasked) {
    PlacedFault placed = chosen.placed();
    var request =
        new StreamRequest(
            stream.method, stream.target, stream.requestFields, placed.rule().direction());
    Optional<String> refused = fault.refuses(request);
    if (refused.isPresent()) {
      plan.without(placed, refused.get());
      return;
    }
    plan.isLocal |= isUnasked && !fault.asksProvider();
    plan.working.add(new StreamPlan.Working(placed, fault.begin(request, chosen.random())));
  }
}
