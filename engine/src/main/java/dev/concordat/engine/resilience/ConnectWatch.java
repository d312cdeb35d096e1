package dev.concordat.engine.resilience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Sees who tries to connect to a port of this machine and is not answered, in the system's own table of connections
/// (`/proc/net/tcp`, which Linux shows to everybody). Nothing of it passes the link: a connection that is not there cannot be
/// seen on it.
final class ConnectWatch implements AutoCloseable {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final Duration LOOKS_EVERY = Duration.ofMillis(5);
  private static final String SYN_SENT = "02";
  private static final Set<String> OPEN = Set.of("01", "08");
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;

  private final String remotePort;
  private final Map<String, Connecting> seen = new LinkedHashMap<>();
  private final Thread thread;
  private volatile boolean isOver;

  /// Somebody who connects.
  ///
  /// @param isEnded whether it was given up
  record Connecting(long sinceNanos, long lastNanos, boolean isEnded) {
    Duration took() {
      return Duration.ofNanos(lastNanos - sinceNanos);
    }
  }

  private ConnectWatch(int port) {
    this.remotePort = ":%04X".formatted(port);
    this.thread = Thread.ofPlatform().daemon().name("who connects").unstarted(this::look);
  }

  /// Whether this system shows its table.
  static boolean isPossible() {
    return Files.isReadable(TABLES.getFirst());
  }

  static ConnectWatch of(int port) {
    var watch = new ConnectWatch(port);
    watch.thread.start();
    return watch;
  }

  /// Returns when nobody has an open connection to a port any more, or when the patience ends.
  static void awaitNoneOpen(int port, Duration patience) {
    var watch = new ConnectWatch(port);
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until && !watch.inState(OPEN).isEmpty()) {
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
  }

  /// Those that were seen so far.
  List<Connecting> seen() {
    synchronized (seen) {
      return List.copyOf(seen.values());
    }
  }

  private void look() {
    while (!isOver) {
      Set<String> connecting = inState(Set.of(SYN_SENT));
      long now = System.nanoTime();
      synchronized (seen) {
        for (String local : connecting) {
          seen.merge(
              local,
              new Connecting(now, now, false),
              (known, it) -> new Connecting(known.sinceNanos(), now, false));
        }
        seen.replaceAll(
            (local, it) ->
                connecting.contains(local) || it.isEnded()
                    ? it
                    : new Connecting(it.sinceNanos(), now, true));
      }
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
  }

  /// The near ends of connections to the port.
  private Set<String> inState(Set<String> states) {
    Set<String> found = new HashSet<>();
    for (String line : lines()) {
      String[] fields = line.strip().split("\\s+", STATE + 2);
      if (fields.length > STATE
          && fields[REMOTE].endsWith(remotePort)
          && states.contains(fields[STATE])) {
        found.add(fields[LOCAL]);
      }
    }
    return found;
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Path table : TABLES) {
      try {
        lines.addAll(Files.readString(table, StandardCharsets.US_ASCII).lines().toList());
      } catch (IOException ignored) {
        // A system without IPv6 has no second table.
      }
    }
    return lines;
  }

  @Override
  public void close() {
    isOver = true;
  }
}
