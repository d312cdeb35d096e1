package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Writes the flow map of one operation: the steps that were learned, and what came of the values that were sent over them.
final class HopBook {
  private final Operation operation;
  private final Map<String, List<Carried>> carried;
  private final Map<String, Hop> hops = new LinkedHashMap<>();

  /// A step of one field's value.
  private static final class Hop {
    private final ValuePlace from;
    private final Carried to;
    private final String system;
    private final Set<String> notes = new LinkedHashSet<>();
    private int probed;
    private ValueHop.State state = ValueHop.State.LEARNED;

    Hop(ValuePlace from, Carried to, String system) {
      this.from = from;
      this.to = to;
      this.system = system;
    }

    void become(ValueHop.State next) {
      state = state.compareTo(next) > 0 ? state : next;
    }

    ValueHop written() {
      return new ValueHop(
          from, to.place(), system, to.evidence(), probed, state, List.copyOf(notes));
    }
  }

  HopBook(Operation operation, Map<String, List<Carried>> carried) {
    this.operation = operation;
    this.carried = carried;
  }

  void learned(Map<String, JsonValue> values, List<Sighting> seen) {
    carried.forEach(
        (field, places) ->
            Optional.ofNullable(values.get(field))
                .map(value -> Passage.of(Optional.of(value), places, seen, (place, it) -> false))
                .ifPresent(passage -> learned(field, passage)));
  }

  private void learned(String field, Passage passage) {
    var source =
        new ValuePlace(ValuePlace.Kind.REQUEST, operation.name(), Values.generalised(field));
    Map<ValuePlace, ValuePlace> steps = passage.steps(source, operation.system());
    for (Passage.Arrival arrival : passage.arrivals()) {
      ValuePlace from = steps.get(arrival.carried().place());
      if (from != null) {
        hops.put(
            key(field, arrival.carried().place()),
            new Hop(from, arrival.carried(), arrival.shown().emitter()));
      }
    }
  }

  private static String key(String field, ValuePlace to) {
    return field + "|" + to.text();
  }

  void probed(String field, Passage passage, BiPredicate<ValuePlace, Alteration> isAccepted) {
    for (Passage.Arrival arrival : passage.arrivals()) {
      Hop hop = hops.get(key(field, arrival.carried().place()));
      if (hop == null) {
        continue;
      }
      hop.probed++;
      if (!arrival.isDamaged()) {
        hop.become(ValueHop.State.KEPT);
        arrival.judged().ifPresent(it -> hop.notes.add(words(it.alteration())));
      } else {
        Alteration what = arrival.judged().orElseThrow().alteration();
        boolean isFine = isAccepted.test(arrival.carried().place(), what);
        hop.become(isFine ? ValueHop.State.ACCEPTED : ValueHop.State.CHANGED);
        hop.notes.add(what.words());
      }
    }
  }

  /// What happened, and is no damage.
  private static String words(Alteration alteration) {
    return switch (alteration) {
      case TIME_CUT -> "an instant cut to microseconds";
      case SIGN_CHANGED -> "the sign of zero left out";
      case ABSENCE_CHANGED -> "null or empty for absent";
      case INVENTED -> "something for what was left out";
      default -> alteration.words();
    };
  }

  FlowMap map() {
    List<ValueHop> written = new ArrayList<>();
    hops.values().forEach(hop -> written.add(hop.written()));
    return FlowMap.NONE.with(new FlowMap(written));
  }
}
