package dev.concordat.engine.fidelity;

import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stood where while fields had one of their few values each, request by request.
final class Observations {
  /// So many different values that arrive are no chance; of two, each has to arrive twice.
  private static final int ENOUGH = 3;

  private static final int PAIR = 2;

  /// An exact place, so that items of a list are told apart.
  private record Spot(ValuePlace place, String pointer) {}

  /// One request.
  ///
  /// @param stood nothing where several values stood in a place
  private record Round(Map<String, JsonValue> sent, Map<Spot, Optional<Sighting>> stood) {}

  private final List<Round> rounds = new ArrayList<>();

  void add(Map<String, JsonValue> sent, List<Sighting> seen) {
    Map<Spot, Optional<Sighting>> stood = new LinkedHashMap<>();
    for (Sighting sighting : seen) {
      stood.merge(
          new Spot(sighting.place(), sighting.pointer()),
          Optional.of(sighting),
          (one, other) ->
              one.filter(it -> it.value().equals(sighting.value())).isPresent()
                  ? one
                  : Optional.empty());
    }
    rounds.add(new Round(Map.copyOf(sent), stood));
  }

  /// Where a field's values always arrive.
  ///
  /// @param isListed whether one of several values may go another way, and shall be looked at
  List<Carried> carried(String field, boolean isListed) {
    Set<Spot> spots = new LinkedHashSet<>();
    rounds.forEach(round -> spots.addAll(round.stood().keySet()));
    List<Carried> carried = new ArrayList<>();
    for (Spot spot : spots) {
      for (Spelling spelling : Spelling.values()) {
        Tally tally = tally(field, spot, spelling);
        if (tally.isCarried(isListed) && !isBetterTold(field, spot, spelling, tally)) {
          carried.add(new Carried(spot.place(), spelling, spot.pointer(), tally.evidence()));
          break;
        }
      }
    }
    return carried;
  }

  /// Another field of few values explains the place as well.
  private boolean isBetterTold(String field, Spot spot, Spelling spelling, Tally tally) {
    Set<String> others = new HashSet<>();
    rounds.forEach(round -> others.addAll(round.sent().keySet()));
    others.remove(field);
    return others.stream().anyMatch(it -> tally(it, spot, spelling).times >= tally.times);
  }

  /// Which values arrived, how often, and which did not.
  private static final class Tally {
    private final Map<JsonValue, Integer> kept = new LinkedHashMap<>();
    private final Set<JsonValue> changed = new HashSet<>();
    private int times;

    int evidence() {
      return kept.size();
    }

    boolean isCarried(boolean isListed) {
      Set<JsonValue> always = new HashSet<>(kept.keySet());
      always.removeAll(changed);
      boolean isPairTwice =
          always.size() == PAIR && always.stream().allMatch(it -> kept.getOrDefault(it, 0) >= PAIR);
      boolean isNeverOtherwise = changed.isEmpty() || (isListed && always.size() == kept.size());
      return isNeverOtherwise && (always.size() >= ENOUGH || isPairTwice);
    }
  }

  private Tally tally(String field, Spot spot, Spelling spelling) {
    var tally = new Tally();
    for (Round round : rounds) {
      JsonValue sent = round.sent().get(field);
      Optional<Sighting> stood = round.stood().getOrDefault(spot, Optional.empty());
      if (sent == null || !round.stood().containsKey(spot)) {
        continue;
      }
      boolean isKept =
          stood
              .filter(it -> !it.isText() || spelling == Spelling.AS_TEXT)
              .filter(it -> Meaning.isSame(sent, it.value(), spelling))
              .isPresent();
      if (isKept) {
        tally.kept.merge(sent, 1, Integer::sum);
        tally.times++;
      } else {
        tally.changed.add(sent);
      }
    }
    return tally;
  }

  /// Whether a value was sent and arrived each time.
  boolean isKept(String field, Carried place, JsonValue value) {
    Tally tally = tally(field, new Spot(place.place(), place.pointer()), place.spelling());
    return tally.kept.containsKey(value) && !tally.changed.contains(value);
  }

  /// Whether every request in which something else was sent showed something else there.
  boolean isOneToOne(String field, Carried place, JsonValue sent, JsonValue received) {
    var spot = new Spot(place.place(), place.pointer());
    return received != JsonNull.NULL
        && rounds.stream()
            .filter(round -> !sent.equals(round.sent().get(field)))
            .noneMatch(
                round ->
                    round
                        .stood()
                        .getOrDefault(spot, Optional.empty())
                        .filter(it -> it.value().equals(received))
                        .isPresent());
  }
}
