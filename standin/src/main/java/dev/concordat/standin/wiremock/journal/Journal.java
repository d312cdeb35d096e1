package dev.concordat.standin.wiremock.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The last requests. When there are too many the oldest are dropped, and counted. Thread-safe.
public final class Journal {
  /// About how much memory a journal takes, in bytes.
  private static final long MAX_BYTES = 256L << 20;

  private final int limit;
  private final Deque<ServeEvent> events = new ArrayDeque<>();
  private long bytes;
  private long dropped;

  /// @param limit how many requests are kept
  public Journal(int limit) {
    this.limit = limit;
  }

  public synchronized void add(ServeEvent event) {
    events.addLast(event);
    bytes += event.size();
    while (events.size() > limit || (bytes > MAX_BYTES && events.size() > 1)) {
      bytes -= events.removeFirst().size();
      dropped++;
    }
  }

  /// The latest first.
  public synchronized List<ServeEvent> all() {
    return List.copyOf(events).reversed();
  }

  /// Those that a condition holds for, the earliest first.
  public List<ServeEvent> find(Predicate<ServeEvent> condition) {
    return all().reversed().stream().filter(condition).toList();
  }

  public synchronized Optional<ServeEvent> get(UUID id) {
    return events.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  /// Takes out those that a condition holds for, the earliest first.
  public synchronized List<ServeEvent> remove(Predicate<ServeEvent> condition) {
    var removed = new ArrayList<ServeEvent>();
    events.removeIf(
        event -> {
          boolean isMeant = condition.test(event);
          if (isMeant) {
            removed.add(event);
            bytes -= event.size();
          }
          return isMeant;
        });
    return removed;
  }

  public synchronized void clear() {
    events.clear();
    bytes = 0;
    dropped = 0;
  }

  /// How many were dropped since the journal was last emptied.
  public synchronized long dropped() {
    return dropped;
  }
}
