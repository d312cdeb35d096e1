package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.DuplicateMessage;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a subscriber does with a message that comes twice: two times it comes once, then its publisher's link makes two of it. The
/// work was done twice where there are more rows, messages, calls or answered things than both times before, or where a number is
/// another that was the same both times. What looks so is measured again from the start.
public final class MessageTwice {
  private static final String EXPERIMENT = "duplicate-message: 1 message";

  /// Numbers that tell of deliveries, not of work.
  private static final Pattern TELLS_OF_DELIVERIES =
      Pattern.compile(
          "(?i)(.*[_-])?(id|version|revision|attempts?|tries|retries|redeliver(y|ies)|deliver(y|ies)"
              + "|offset|seq|sequence)([_-]?count)?|.*(Id|Version|Revision|Attempts|Retries|Offset)");

  private final Pair pair;
  private final Disturbances publisher;
  private final String topic;

  private MessageTwice(Pair pair, Disturbances publisher, String topic) {
    this.pair = pair;
    this.publisher = publisher;
    this.topic = topic;
  }

  /// Measures with the first of the pair. No fault is left on the link.
  ///
  /// @param pair requests that make somebody publish a message on the topic; what is left is the subscriber's
  /// @param publisher the faults on the link from the publisher to the broker
  public static Measurement measure(Pair pair, Disturbances publisher, String topic)
      throws EnvironmentFailure {
    return Again.unless(Duplicates.TWICE, new MessageTwice(pair, publisher, topic)::measure);
  }

  private Measurement measure() throws EnvironmentFailure {
    List<Pair.Left> once = round();
    List<Pair.Left> again = round();
    if (once.isEmpty() || again.isEmpty()) {
      return Measurement.unknown(
          Trait.DUPLICATES, EXPERIMENT, "nothing that the subscriber does with it can be seen");
    }
    PlacedFault placed =
        publisher.add(FaultRule.of(new DuplicateMessage()).ofTopic(topic).when(Schedule.first(1)));
    List<Pair.Left> twice;
    try {
      twice = round();
    } finally {
      placed.remove();
    }
    if (placed.applied() == 0) {
      return Measurement.unknown(
          Trait.DUPLICATES,
          EXPERIMENT,
          placed.reasonUnfit().orElse("no message came through its publisher's link"));
    }
    Reading reading =
        more(once, again, twice)
            .or(() -> number(once, again, twice))
            .<Reading>map(place -> new Reading.Word(Duplicates.TWICE + ": " + place))
            .orElseGet(() -> new Reading.Word(Duplicates.ONCE));
    return new Measurement(Trait.DUPLICATES, reading, EXPERIMENT, Sureness.LIKELY);
  }

  private List<Pair.Left> round() throws EnvironmentFailure {
    pair.begin();
    pair.call(Pair.Which.FIRST);
    return pair.end();
  }

  private static Optional<String> more(
      List<Pair.Left> once, List<Pair.Left> again, List<Pair.Left> twice) {
    Map<String, Integer> first = Bags.counts(once);
    Map<String, Integer> second = Bags.counts(again);
    return Bags.counts(twice).entrySet().stream()
        .filter(
            it -> first.getOrDefault(it.getKey(), 0).equals(second.getOrDefault(it.getKey(), 0)))
        .filter(it -> it.getValue() > first.getOrDefault(it.getKey(), 0))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Optional<String> number(
      List<Pair.Left> once, List<Pair.Left> again, List<Pair.Left> twice) {
    Map<String, List<String>> before = Bags.of(once);
    Map<String, List<String>> after = Bags.of(twice);
    return Bags.differing(once, again, twice).stream()
        .filter(place -> isNumbers(Bags.bag(before, place)) && isNumbers(Bags.bag(after, place)))
        .filter(place -> !TELLS_OF_DELIVERIES.matcher(column(place)).matches())
        .findFirst();
  }

  private static boolean isNumbers(List<String> bag) {
    return !bag.isEmpty() && bag.stream().allMatch(JsonNumber::isJsonNumber);
  }

  private static String column(String place) {
    return place.substring(place.lastIndexOf(' ') + 1);
  }
}
