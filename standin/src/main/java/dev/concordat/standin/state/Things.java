package dev.concordat.standin.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All things of one scope, in the order in which they came.
public final class Things {
  private final Map<String, Entity> byId = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private int created;

  public Optional<Entity> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<Entity> all() {
    return byId.values();
  }

  public void put(Entity entity) {
    byId.put(entity.id(), entity);
    removed.remove(entity.id());
  }

  /// Whether there was one.
  public boolean remove(String id) {
    removed.add(id);
    return byId.remove(id) != null;
  }

  /// Whether there was one that is gone.
  public boolean wasRemoved(String id) {
    return removed.contains(id);
  }

  /// A number that was not given before, from 1.
  public int next() {
    return ++created;
  }
}
