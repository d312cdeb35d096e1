package dev.concordat.conform.memory;

import dev.concordat.conform.resource.Instance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The things of one resource that exist, by their path's values; the newest last. What this run created is not pushed out by
/// what it only saw.
final class Pool {
  private static final int MAX_THINGS = 64;

  private final Map<List<String>, Known> things = new LinkedHashMap<>();

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
    Optional<List<String>> oldest =
        things.entrySet().stream()
            .filter(entry -> forOwn || !entry.getValue().isOwn())
            .map(Map.Entry::getKey)
            .findFirst();
    oldest.ifPresent(things::remove);
    return oldest.isPresent();
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
    Optional<Instance> own =
        things.values().stream()
            .filter(Known::isOwn)
            .reduce((first, second) -> second)
            .map(Known::instance);
    return own.isPresent() || onlyOwn
        ? own
        : things.values().stream().findFirst().map(Known::instance);
  }
}
