package dev.concordat.conform.memory;

import dev.concordat.conform.resource.Instance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The things of one resource that exist, by their path's values; the newest last. What this run created is not pushed out by
/// what it only saw.
final class Pool {
  private static final int MAX_THINGS = 64;

  private final SequencedMap<List<String>, Known> things = new LinkedHashMap<>();

  void add(Instance instance, boolean isOwn) {
    Known before = things.get(instance.values());
    if (before != null) {
      if (isOwn && !before.isOwn()) {
        things.put(instance.values(), new Known(instance, true));
      }
      return;
    }
    if (things.size() >= MAX_THINGS && !makeRoom(isOwn)) {
      return;
    }
    things.put(instance.values(), new Known(instance, isOwn));
  }

  private boolean makeRoom(boolean forOwn) {
    for (Map.Entry<List<String>, Known> entry : things.entrySet()) {
      if (forOwn || !entry.getValue().isOwn()) {
        things.remove(entry.getKey());
        return true;
      }
    }
    return false;
  }

  /// Forgets the thing and everything whose path begins with its path.
  void removeBelow(Instance gone) {
    things.values().removeIf(known -> isBelow(known.instance(), gone));
  }

  private static boolean isBelow(Instance each, Instance gone) {
    int depth = gone.values().size();
    return each.values().size() >= depth
        && each.values().subList(0, depth).equals(gone.values())
        && each.resource().item().startsWith(gone.resource().item());
  }

  /// What this run created comes first, the newest of it; else what was seen first.
  Optional<Instance> best(boolean onlyOwn) {
    for (Known known : things.sequencedValues().reversed()) {
      if (known.isOwn()) {
        return Optional.of(known.instance());
      }
    }
    return onlyOwn || things.isEmpty()
        ? Optional.empty()
        : Optional.of(things.firstEntry().getValue().instance());
  }
}
