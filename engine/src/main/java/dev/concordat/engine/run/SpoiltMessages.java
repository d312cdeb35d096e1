package dev.concordat.engine.run;

import dev.concordat.engine.judge.Judge;
import dev.concordat.environment.running.Environment;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.TraceParent;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.OversizedMessage;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RecordFault;
import dev.concordat.wire.fault.Schedule;
import dev.concordat.wire.fault.Tombstone;
import dev.concordat.wire.fault.UnknownSchemaId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sends a message again that a subscriber has handled, and lets its link spoil it on the way.
///
/// @param broker where the messages are
/// @param subscriber whose link spoils them
/// @param message one that was handled before
record SpoiltMessages(
    Environment environment, String broker, String subscriber, MessageDelivery message) {
  /// A topic has more than one partition, and a stuck subscriber is stuck on one; each message goes to the next.
  static final int MESSAGES = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 20;

  /// What is wrong with the messages.
  ///
  /// @param words what a person calls such a message: `a message ...`
  record Kind(RecordFault fault, String words) {}

  /// Those that can be made of the message.
  List<Kind> kinds() {
    byte[] value = message.value().map(Bytes::toArray).orElse(new byte[0]);
    var longer = new OversizedMessage(OversizedMessage.USUAL_BYTES);
    var unknown = new UnknownSchemaId(UnknownSchemaId.USUAL_ID);
    var all = new ArrayList<Kind>();
    if (message.value().filter(it -> !it.isCut()).isPresent()) {
      all.add(new Kind(new Tombstone(), "without a value"));
      all.add(new Kind(longer, "of " + longer.bytes() + " bytes"));
      if (unknown.refuses(value).isEmpty()) {
        all.add(new Kind(unknown, "with the id of an unknown schema"));
      }
    }
    return List.copyOf(all);
  }

  /// Sends them; the subscriber has got them when this returns. Until the fault is removed, whoever reads them again gets the same.
  ///
  /// @return the fault where it is; nothing when the subscriber did not fetch them
  Optional<PlacedFault> send(Kind kind) throws IOException, InterruptedException {
    Optional<Disturbances> link = environment.disturbances(new LinkName(subscriber, broker));
    if (link.isEmpty()) {
      return Optional.empty();
    }
    FaultRule rule =
        FaultRule.of(kind.fault()).ofTopic(message.address()).when(Schedule.first(MESSAGES));
    PlacedFault placed = link.get().add(rule);
    for (int i = 0; i < MESSAGES; i++) {
      var _ =
          environment
              .messages(broker)
              .send(
                  message.address(),
                  Bytes.utf8("concordat-" + i),
                  message.value().orElseThrow(),
                  headers());
    }
    awaitFetched(placed, MESSAGES);
    if (placed.applied() == MESSAGES) {
      return Optional.of(placed);
    }
    placed.remove();
    return Optional.empty();
  }

  /// Waits until a subscriber has fetched so many messages that a fault is meant for, or five seconds.
  static void awaitFetched(PlacedFault placed, int messages) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (placed.met() < messages && System.nanoTime() < deadline) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Nothing that it causes belongs to the case that it comes from.
  private List<Header> headers() {
    var headers = new ArrayList<Header>();
    message.headers().stream()
        .filter(it -> !it.name().toLowerCase(Locale.ROOT).equals(TraceParent.HEADER))
        .forEach(headers::add);
    headers.add(new Header(Judge.OWN_MESSAGE, "true"));
    return headers;
  }
}
