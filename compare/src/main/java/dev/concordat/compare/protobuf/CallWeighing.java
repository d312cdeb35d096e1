package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.compare.protobuf.wire.Misreading;
import dev.concordat.compare.protobuf.wire.Misreadings;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.compare.protobuf.wire.WireEquality;
import dev.concordat.contracts.protobuf.ServiceSpec.Method;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;

/// Weighs changes of calls: gRPC's requests go from clients to servers, responses the other way.
final class CallWeighing {
  private final Peer before;
  private final Peer after;
  private final Misreadings forward;
  private final Misreadings backward;

  CallWeighing(Peer before, Peer after) {
    this.before = before;
    this.after = after;
    this.forward = new Misreadings(before, after);
    this.backward = new Misreadings(after, before);
  }

  Verdict weigh(Changed.OfMethod changed) {
    Method old = changed.before();
    Optional<Method> now = changed.after();
    return switch (changed.aspect()) {
      case REMOVED -> removed(old);
      case REQUEST_TYPE -> type(old.requestType(), now.map(Method::requestType).orElse(""), true);
      case RESPONSE_TYPE ->
          type(old.responseType(), now.map(Method::responseType).orElse(""), false);
      case CLIENT_STREAMING -> streaming(old.isClientStreaming(), old.requestType(), true);
      case SERVER_STREAMING -> streaming(old.isServerStreaming(), old.responseType(), false);
      case IDEMPOTENCY ->
          new Verdict(AgreeRules.MEANING_CHANGED, Impact.MEANING, new Evidence.Stated());
    };
  }

  Verdict removed(Method method) {
    return new Verdict(
        AgreeRules.OPERATION_REMOVED,
        Impact.BREAKS,
        new Evidence.Witnessed(Calls.unknown(before.name(), after.name(), method)));
  }

  private Verdict type(String old, String now, boolean isRequest) {
    if (new WireEquality(before, after).isSame(old, now)) {
      return Verdict.clientCode("both types have the same fields under the same numbers");
    }
    // Old clients meet new servers first; new clients meet old servers while both are about.
    Optional<Misreading> forth =
        isRequest ? forward.ofMessage(old, now) : backward.ofMessage(now, old);
    return forth
        .or(() -> isRequest ? backward.ofMessage(now, old) : forward.ofMessage(old, now))
        .map(Verdict::bytes)
        .orElseGet(
            () ->
                Verdict.undecided(
                    AgreeProtobufRules.BYTES_MISREAD,
                    "the types differ, and no message was found that shows it",
                    List.of("messages of both types, read with the other")));
  }

  /// Where streams become single messages, the old side may send more than one; where single messages become streams, the new.
  private Verdict streaming(boolean wasStream, String type, boolean isRequest) {
    Peer sender = wasStream ? before : after;
    Peer receiver = wasStream ? after : before;
    return new Verdict(
        AgreeProtobufRules.CALL_CHANGED,
        Impact.BREAKS,
        new Evidence.Witnessed(Calls.two(sender, receiver, type, isRequest)));
  }
}
