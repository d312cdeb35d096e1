package dev.concordat.standin.wiremock.store;

import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The stubs of one space. Thread-safe.
public final class MappingStore {
  /// How many stubs a space may have.
  public static final int MAX_MAPPINGS = 1_000_000;

  private final Map<UUID, Entry> byId = new ConcurrentHashMap<>();
  private final AtomicLong sequence = new AtomicLong();
  private volatile MappingIndex index = new MappingIndex();

  /// Adds a stub, or replaces that of the same id, which keeps its place.
  ///
  /// @return whether there was room
  public synchronized boolean put(Mapping mapping) {
    Entry known = byId.get(mapping.id());
    if (known == null && byId.size() >= MAX_MAPPINGS) {
      return false;
    }
    if (known != null) {
      index.remove(known);
    }
    var entry = new Entry(mapping, known == null ? sequence.incrementAndGet() : known.sequence());
    byId.put(mapping.id(), entry);
    index.add(entry);
    return true;
  }

  /// Whether there was such a stub; now there is none.
  public synchronized boolean remove(UUID id) {
    Entry known = byId.remove(id);
    if (known != null) {
      index.remove(known);
    }
    return known != null;
  }

  public synchronized void clear() {
    byId.clear();
    index = new MappingIndex();
  }

  public Optional<Mapping> get(UUID id) {
    return Optional.ofNullable(byId.get(id)).map(Entry::mapping);
  }

  /// The latest first.
  public List<Mapping> all() {
    return byId.values().stream().sorted(Entry.LATEST).map(Entry::mapping).toList();
  }

  public int size() {
    return byId.size();
  }

  /// The stub that answers a request; its scenario moves on.
  public Optional<Mapping> take(ReceivedRequest request, Scenarios scenarios) {
    List<Entry[]> candidates = index.candidates(request);
    int[] at = new int[candidates.size()];
    while (true) {
      int first = first(candidates, at);
      if (first < 0) {
        return Optional.empty();
      }
      Mapping mapping = candidates.get(first)[at[first]++].mapping();
      var scenario = mapping.scenario();
      boolean answers =
          mapping.matcher().matches(request)
              && scenarios.allows(scenario)
              && scenario.map(scenarios::advance).orElse(true);
      if (answers) {
        return Optional.of(mapping);
      }
    }
  }

  /// In which list the stub is that is asked next; -1 at the end.
  private static int first(List<Entry[]> candidates, int[] at) {
    int first = -1;
    for (int i = 0; i < at.length; i++) {
      Entry[] entries = candidates.get(i);
      boolean isBefore =
          at[i] < entries.length
              && (first < 0
                  || Entry.ORDER.compare(entries[at[i]], candidates.get(first)[at[first]]) < 0);
      if (isBefore) {
        first = i;
      }
    }
    return first;
  }
}
