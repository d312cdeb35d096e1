package dev.concordat.standin.state;

import dev.concordat.standin.resource.Resource;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that one stand-in remembers. Used by one thread at a time.
public final class World {
  /// The time at which every world begins.
  private static final Instant BEGINNING = Instant.parse("2027-01-01T00:00:00Z");

  /// More scopes than this are not remembered: the oldest is forgotten.
  private static final int MAX_SCOPES = 100_000;

  private final Map<Scope, Things> scopes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, Things> eldest) {
          return size() > MAX_SCOPES;
        }
      };
  private final Population population;
  private long ticks;

  /// What is there before anybody changed anything.
  public interface Population {
    /// Puts it there.
    void settle(Scope scope, Things things, World world);
  }

  public World(Population population) {
    this.population = population;
  }

  /// The things of a scope.
  public Things things(Scope scope) {
    Things known = scopes.get(scope);
    if (known == null) {
      known = new Things();
      scopes.put(scope, known);
      population.settle(scope, known, this);
    }
    return known;
  }

  /// The things of a resource that belongs to nobody.
  public Things things(Resource resource) {
    return things(new Scope(resource, List.of()));
  }

  /// The scopes that were asked for, in the order in which they first were.
  public Map<Scope, Things> scopes() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
  }

  /// The time, which moves by a second with every change and by nothing else.
  public Instant now() {
    return BEGINNING.plusSeconds(ticks);
  }

  /// How often something changed.
  public long ticks() {
    return ticks;
  }

  /// Something changes now.
  public void tick() {
    ticks++;
  }
}
