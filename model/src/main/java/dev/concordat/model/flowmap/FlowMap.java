package dev.concordat.model.flowmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Which place carries which value onwards, learned from values that were followed.
///
/// @param hops by where they begin, then by where they end
public record FlowMap(List<ValueHop> hops) {
  /// Nothing was followed.
  public static final FlowMap NONE = new FlowMap(List.of());

  public FlowMap {
    hops =
        hops.stream()
            .sorted(
                Comparator.comparing((ValueHop hop) -> hop.from().text())
                    .thenComparing(hop -> hop.to().text())
                    .thenComparing(ValueHop::system))
            .toList();
  }

  public boolean isEmpty() {
    return hops.isEmpty();
  }

  /// Both together; a step that both know has the evidence and the notes of both, and the worse of two states.
  public FlowMap with(FlowMap other) {
    Map<String, ValueHop> all = new LinkedHashMap<>();
    for (ValueHop hop : concat(hops, other.hops)) {
      all.merge(
          hop.from().text() + "|" + hop.to().text() + "|" + hop.system(), hop, FlowMap::joined);
    }
    return new FlowMap(List.copyOf(all.values()));
  }

  private static ValueHop joined(ValueHop one, ValueHop other) {
    return new ValueHop(
        one.from(),
        one.to(),
        one.system(),
        one.evidence() + other.evidence(),
        one.probed() + other.probed(),
        one.state().compareTo(other.state()) > 0 ? one.state() : other.state(),
        List.copyOf(new LinkedHashSet<>(concat(one.notes(), other.notes()))));
  }

  private static <T> List<T> concat(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
