package dev.concordat.wire.kafkalink;

import dev.concordat.wire.fault.PlacedFault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What rules have decided about messages, so that whoever fetches one again gets the same. Thread-safe.
final class Verdicts {
  /// How many messages are remembered for each rule; older ones would be decided anew.
  private static final int MAX_REMEMBERED = 50_000;

  /// What a rule says about a message.
  ///
  /// @param isChosen whether the rule holds for the message
  /// @param number what the fault goes by: a seed, or a moment in nanoseconds
  record Verdict(boolean isChosen, long number) {
    static final Verdict UNTOUCHED = new Verdict(false, 0);
  }

  private static final class Remembered extends LinkedHashMap<Place, Verdict> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Place, Verdict> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }

  private final Map<PlacedFault, Remembered> byRule = new HashMap<>();

  /// What was decided, or is decided now.
  synchronized Verdict of(PlacedFault placed, Place place, Supplier<Verdict> first) {
    var remembered = byRule.computeIfAbsent(placed, _ -> new Remembered());
    Verdict known = remembered.get(place);
    if (known == null) {
      known = first.get();
      remembered.put(place, known);
    }
    return known;
  }

  synchronized void change(PlacedFault placed, Place place, Verdict verdict) {
    var remembered = byRule.get(placed);
    if (remembered != null) {
      remembered.put(place, verdict);
    }
  }

  /// Forgets all but these.
  synchronized void keep(List<PlacedFault> on) {
    byRule.keySet().retainAll(on);
  }
}
