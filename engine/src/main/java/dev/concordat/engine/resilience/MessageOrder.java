package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.ReorderMessages;
import dev.concordat.wire.fault.Schedule;
import java.time.Duration;
import java.util.List;

/// Whether it matters to a subscriber in which order two messages come: the link between it and the broker lets them change places,
/// then they come twice as they were published. What differs between these two times is no sign. A difference is measured again from
/// the start.
public final class MessageOrder {
  private static final String EXPERIMENT = "reorder-messages: 2 messages";

  /// How long the first is kept back for the second.
  private static final Duration WITHIN = Duration.ofSeconds(3);

  /// So many messages behind the first are tried, until one is in its partition.
  private static final List<Integer> BEHIND = List.of(1, 4);

  private final Pair pair;
  private final Disturbances subscriber;
  private final String topic;

  private MessageOrder(Pair pair, Disturbances subscriber, String topic) {
    this.pair = pair;
    this.subscriber = subscriber;
    this.topic = topic;
  }

  /// Measures one pair. No fault is left on the link.
  ///
  /// @param pair requests that make somebody publish a message on the topic; what is left is the subscriber's
  /// @param subscriber the faults on the link from the subscriber to the broker
  public static Measurement measure(Pair pair, Disturbances subscriber, String topic)
      throws EnvironmentFailure {
    return Again.unless(Overtaking.DIFFERS, new MessageOrder(pair, subscriber, topic)::measure);
  }

  private Measurement measure() throws EnvironmentFailure {
    for (int behind : BEHIND) {
      PlacedFault placed =
          subscriber.add(
              FaultRule.of(new ReorderMessages(WITHIN)).ofTopic(topic).when(Schedule.first(1)));
      List<Pair.Left> exchanged;
      try {
        exchanged = round(behind);
      } finally {
        placed.remove();
      }
      if (placed.applied() == 1 && placed.met() > 1) {
        return Overtaking.compared(round(behind), round(behind), exchanged, EXPERIMENT);
      }
    }
    return Measurement.unknown(
        Trait.ORDER, EXPERIMENT, "no second message came in the partition of the first");
  }

  private List<Pair.Left> round(int behind) throws EnvironmentFailure {
    pair.begin();
    pair.call(Pair.Which.FIRST);
    for (int i = 0; i < behind; i++) {
      pair.call(Pair.Which.SECOND);
    }
    return pair.end();
  }
}
