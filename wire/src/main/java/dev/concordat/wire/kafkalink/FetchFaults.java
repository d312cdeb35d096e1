package dev.concordat.wire.kafkalink;

import dev.concordat.wire.fault.DelayMessage;
import dev.concordat.wire.fault.DropMessage;
import dev.concordat.wire.fault.DuplicateMessage;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RecordFault;
import dev.concordat.wire.fault.ReorderMessages;
import dev.concordat.wire.fault.ValueFault;
import dev.concordat.wire.kafkalink.Verdicts.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.internal.MemoryRecords;

/// What the rules that are on make of one answer with messages. First messages change places, then each is taken by itself.
final class FetchFaults {
  /// While a message is kept back its consumer asks again and again; each answer without it waits so long.
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// What values of one answer may grow to together.
  private static final long MAX_GROWTH_BYTES = 64L << 20;

  private final LinkState state;
  private final List<Fetched.Hold> holds = new ArrayList<>();
  private long growth;

  FetchFaults(LinkState state) {
    this.state = state;
  }

  List<Fetched.Hold> holds() {
    return holds;
  }

  /// Changes what a partition gives out.
  ///
  /// @param from the first offset that was asked for; messages before it are nobody's
  /// @return whether anything was changed
  boolean disturb(
      String topic, FetchResponseData.PartitionData partition, MemoryRecords given, long from) {
    List<PlacedFault> rules = state.rules(topic);
    if (rules.isEmpty() && state.swaps().isEmpty()) {
      return false;
    }
    var records = PartitionRecords.of(given, partition.abortedTransactions());
    if (records.isEmpty()) {
      return false;
    }
    var wanted =
        records.get().messages().stream().filter(message -> message.offset >= from).toList();
    int index = partition.partitionIndex();
    for (Message message : wanted) {
      state.swaps().at(message.place(topic, index)).ifPresent(message::become);
    }
    long end = Long.MAX_VALUE;
    for (PlacedFault placed : rules) {
      if (placed.rule().fault() instanceof ReorderMessages fault) {
        end = Math.min(end, reorder(topic, index, wanted, placed, fault));
      }
    }
    for (Message message : wanted) {
      if (message.offset < end) {
        apply(rules, message, message.place(topic, index));
      }
    }
    Optional<MemoryRecords> changed = records.get().rewritten(end);
    changed.ifPresent(partition::setRecords);
    return changed.isPresent();
  }

  /// Lets messages change places with the next.
  ///
  /// @return from which offset on messages are kept back
  private long reorder(
      String topic,
      int partition,
      List<Message> messages,
      PlacedFault placed,
      ReorderMessages fault) {
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      Place place = message.place(topic, partition);
      Verdict verdict = chosen(placed, place, _ -> System.nanoTime());
      if (!verdict.isChosen() || state.swaps().at(place).isPresent()) {
        continue;
      }
      if (i + 1 < messages.size()) {
        Message next = messages.get(i + 1);
        exchange(placed, message, place, next, next.place(topic, partition));
      } else if (System.nanoTime() - verdict.number() < fault.within().toNanos()) {
        holds.add(new Fetched.Hold(placed, System.nanoTime() + PAUSE.toNanos()));
        return message.offset;
      } else {
        unfit(placed, place, "no other message came in time");
      }
    }
    return Long.MAX_VALUE;
  }

  private void exchange(
      PlacedFault placed, Message message, Place place, Message next, Place nextPlace) {
    Content ofMessage = message.content();
    Content ofNext = next.content();
    if (state.swaps().exchange(place, ofMessage, nextPlace, ofNext)) {
      message.become(ofNext);
      next.become(ofMessage);
    } else {
      unfit(
          placed,
          place,
          "its neighbour has changed places already, or the link remembers too much");
    }
  }

  private void apply(List<PlacedFault> rules, Message message, Place place) {
    for (PlacedFault placed : rules) {
      switch ((RecordFault) placed.rule().fault()) {
        case ValueFault fault -> value(placed, fault, message, place);
        case DropMessage() -> {
          if (chosen(placed, place, seed -> seed).isChosen()) {
            message.drop();
          }
        }
        case DelayMessage(var delay) -> {
          Verdict verdict =
              chosen(
                  placed,
                  place,
                  seed -> System.nanoTime() + delay.next(new SplittableRandom(seed)).toNanos());
          if (verdict.isChosen()) {
            holds.add(new Fetched.Hold(placed, verdict.number()));
          }
        }
        case DuplicateMessage(), ReorderMessages(_) -> {
          // The one was done on the way to the broker, the other before.
        }
      }
    }
  }

  private void value(PlacedFault placed, ValueFault fault, Message message, Place place) {
    Verdict verdict = chosen(placed, place, seed -> seed);
    if (!verdict.isChosen()) {
      return;
    }
    byte[] before = message.content().value();
    Optional<String> refused = fault.refuses(before);
    if (refused.isPresent()) {
      unfit(placed, place, refused.get());
      return;
    }
    byte[] after = fault.alter(before, new SplittableRandom(verdict.number()));
    growth += after == null ? 0 : after.length;
    if (growth > MAX_GROWTH_BYTES) {
      unfit(placed, place, "the answer would be too long");
      return;
    }
    message.become(message.content().withValue(after));
  }

  private Verdict chosen(PlacedFault placed, Place place, LongUnaryOperator number) {
    return state
        .verdicts()
        .of(
            placed,
            place,
            () ->
                placed
                    .next()
                    .map(random -> new Verdict(true, number.applyAsLong(random.nextLong())))
                    .orElse(Verdict.UNTOUCHED));
  }

  private void unfit(PlacedFault placed, Place place, String reason) {
    state.verdicts().change(placed, place, Verdict.UNTOUCHED);
    placed.didNotFit(reason);
  }
}
