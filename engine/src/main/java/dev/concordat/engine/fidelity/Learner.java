package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Learns where the values of an operation's fields go, by plain values that nobody else has.
final class Learner {
  /// How many requests are tried for one that succeeds.
  private static final int MAX_BASES = 4;

  private final Errands errands;
  private final Set<String> notes;

  /// @param notes is added to
  Learner(Errands errands, Set<String> notes) {
    this.errands = errands;
    this.notes = notes;
  }

  private Operation operation() {
    return errands.operation();
  }

  Optional<Known> known() throws InterruptedException, EnvironmentFailure {
    Optional<RequestForm> form = form();
    if (form.isEmpty()) {
      notes.add(operation().name() + ": no request was answered with success");
      return Optional.empty();
    }
    return learn(form.get());
  }

  /// The first valid request that works.
  private Optional<RequestForm> form() throws InterruptedException, EnvironmentFailure {
    int tried = 0;
    for (HttpRequestMessage base : operation().bases()) {
      if (tried++ == MAX_BASES) {
        break;
      }
      var form = new RequestForm(operation(), base);
      // Once more where it fails, since the first request of all may be too slow.
      boolean isUsable = !form.fields().isEmpty() && errands.send(form, Filling.NONE).isPresent();
      if (!isUsable && !form.fields().isEmpty()) {
        isUsable = errands.send(form, Filling.NONE).isPresent();
      }
      if (isUsable) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  private Optional<Known> learn(RequestForm form) throws InterruptedException, EnvironmentFailure {
    Map<String, JsonValue> first = errands.values(form, form.fields().keySet(), 1);
    Optional<Trip> trip = Optional.empty();
    if (!first.isEmpty()) {
      trip = largest(form, first);
    }
    if (trip.isEmpty()) {
      notes.add(operation().name() + ": no field takes values that can be told from others");
      return Optional.empty();
    }
    Set<String> fields = trip.get().filling().fields();
    var learning = new Learning();
    learning.add(trip.get().filling().values(), trip.get().seen());
    for (int round = 2; round <= 3; round++) {
      Map<String, JsonValue> more = errands.values(form, fields, round);
      Optional<Trip> next =
          more.isEmpty() ? Optional.empty() : errands.send(form, Filling.of(more));
      next.ifPresent(it -> learning.add(it.filling().values(), it.seen()));
      if (next.isPresent()) {
        break;
      }
    }
    Map<String, List<Carried>> carried = new LinkedHashMap<>();
    for (String field : fields) {
      ValuePlace source = operation().source(field);
      List<Carried> places =
          learning.of(field).stream().filter(it -> !it.place().equals(source)).toList();
      if (!places.isEmpty()) {
        carried.put(field, places);
      }
    }
    return Optional.of(new Known(operation(), form, carried, trip.get()));
  }

  /// As many of the values at once as the system takes: ids of things that are not there, and cards that nobody knows, are
  /// refused, so halves are tried until what is left works.
  private Optional<Trip> largest(RequestForm form, Map<String, JsonValue> values)
      throws InterruptedException, EnvironmentFailure {
    Optional<Trip> whole = errands.send(form, Filling.of(values));
    if (whole.isPresent()) {
      return whole;
    }
    Map<String, JsonValue> good = new LinkedHashMap<>();
    sift(form, new ArrayList<>(values.entrySet()), good);
    return good.isEmpty() ? Optional.empty() : errands.send(form, Filling.of(good));
  }

  private void sift(
      RequestForm form, List<Map.Entry<String, JsonValue>> values, Map<String, JsonValue> good)
      throws InterruptedException, EnvironmentFailure {
    if (values.size() == 1 || errands.isOver()) {
      if (!errands.isOver() && isTaken(form, values)) {
        good.put(values.getFirst().getKey(), values.getFirst().getValue());
      }
      return;
    }
    int half = values.size() / 2;
    for (List<Map.Entry<String, JsonValue>> part :
        List.of(values.subList(0, half), values.subList(half, values.size()))) {
      if (part.size() == 1) {
        sift(form, part, good);
      } else if (isTaken(form, part)) {
        part.forEach(it -> good.put(it.getKey(), it.getValue()));
      } else {
        sift(form, part, good);
      }
    }
  }

  private boolean isTaken(RequestForm form, List<Map.Entry<String, JsonValue>> values)
      throws InterruptedException, EnvironmentFailure {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    values.forEach(it -> all.put(it.getKey(), it.getValue()));
    return errands.send(form, Filling.of(all)).isPresent();
  }
}
