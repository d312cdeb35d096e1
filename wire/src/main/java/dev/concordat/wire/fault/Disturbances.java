package dev.concordat.wire.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// The faults that are on a link. They may be set and removed while traffic flows; a link without faults relays bytes as they
/// are. Give it to a link when that is opened, and to one link only.
///
/// Thread-safe.
public final class Disturbances {
  /// More rules than this are a mistake.
  public static final int MAX_RULES = 1_000;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final LongSupplier clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<PlacedFault> placed = List.of();
  private volatile Read read = Read.HTTP;
  private long count;

  /// @param seed of all that chance decides: the same rules set in the same order have the same chances
  public Disturbances(long seed) {
    this(seed, System::nanoTime);
  }

  /// @param clock in nanoseconds, for windows and quotas
  public Disturbances(long seed, LongSupplier clock) {
    this.seed = seed;
    this.clock = clock;
  }

  private enum Read {
    HTTP,
    NOTHING,
    KAFKA
  }

  /// The link is not read as HTTP, so that rules of messages are refused from now on.
  public void hasNoMessages() {
    if (read == Read.HTTP) {
      read = Read.NOTHING;
    }
  }

  /// The link is read as Kafka: its messages can be disturbed, besides connections and bytes.
  public void hasMessagesOfKafka() {
    read = Read.KAFKA;
  }

  /// Sets a rule. It holds for messages and connections that begin from now on, and for the bytes of open connections.
  ///
  /// @throws IllegalArgumentException when it is one of messages and the link has none
  /// @throws IllegalStateException when there are {@value #MAX_RULES} already
  public PlacedFault add(FaultRule rule) {
    refuseUnfit(rule);
    PlacedFault added;
    synchronized (this) {
      if (placed.size() == MAX_RULES) {
        throw new IllegalStateException("there are " + MAX_RULES + " rules on one link already");
      }
      added = new PlacedFault(rule, this, seed ^ (GOLDEN * ++count), nanos());
      List<PlacedFault> more = new ArrayList<>(placed);
      more.add(added);
      placed = List.copyOf(more);
    }
    changed();
    return added;
  }

  private void refuseUnfit(FaultRule rule) {
    boolean isOfKafka = rule.fault() instanceof RecordFault;
    if (rule.unit() == FaultRule.Unit.CONNECTION || (read == Read.KAFKA && isOfKafka)) {
      return;
    }
    String name = "'" + rule.fault().name() + "'";
    switch (read) {
      case HTTP -> {
        if (isOfKafka) {
          throw new IllegalArgumentException(
              name + " is a fault of Kafka's messages, and this link carries none");
        }
      }
      case NOTHING ->
          throw new IllegalArgumentException(
              name
                  + " is meant for messages here, and this link relays bytes that it does not read:"
                  + " there are faults of connections and of bytes only");
      case KAFKA ->
          throw new IllegalArgumentException(
              name
                  + " is meant for messages of HTTP here, and this link carries Kafka: there are"
                  + " faults of its messages, of connections and of bytes");
    }
  }

  /// Removes all rules.
  public void clear() {
    List<PlacedFault> before;
    synchronized (this) {
      before = placed;
      placed = List.of();
    }
    before.forEach(PlacedFault::removed);
    changed();
  }

  void remove(PlacedFault fault) {
    synchronized (this) {
      List<PlacedFault> fewer = new ArrayList<>(placed);
      if (!fewer.remove(fault)) {
        return;
      }
      placed = List.copyOf(fewer);
    }
    fault.removed();
    changed();
  }

  /// The rules that are on, in the order in which they were set.
  public List<PlacedFault> placed() {
    return placed;
  }

  /// Whether no rule is on.
  public boolean isQuiet() {
    return placed.isEmpty();
  }

  /// Is told, on the thread that changes them, whenever rules were set or removed.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  long nanos() {
    return clock.getAsLong();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
