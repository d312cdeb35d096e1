package dev.concordat.engine.resilience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sees who tries to connect to a port of this machine and is not answered, in the system's own table of connections
/// (`/proc/net/tcp`, which Linux shows to everybody). Nothing of it passes the link: a connection that is not there cannot be
/// seen on it.
final class ConnectWatch implements AutoCloseable {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final Duration LOOKS_EVERY = Duration.ofMillis(20);
  private static final String SYN_SENT = "02";
  private static final List<String> OPEN = List.of("01", "08");

  /// The first SYN is repeated after a second (RFC 6298); the timer tells how much of it is left, in hundredths.
  private static final long FIRST_REPEAT_NANOS = Duration.ofSeconds(1).toNanos();

  private static final long TIMER_NANOS = Duration.ofMillis(10).toNanos();
  private static final Pattern ENTRY =
      Pattern.compile(
          "(\\S+) \\S+ \\S\\S \\S+ 01:([0-9A-F]{1,12}) ([0-9A-F]{1,8}) .*", Pattern.DOTALL);

  private final String remotePort;
  private final Map<String, Connecting> seen = new LinkedHashMap<>();
  private final Thread thread;
  private volatile boolean isOver;

  /// Somebody who connects.
  ///
  /// @param sinceNanos when its first SYN was sent
  /// @param lastNanos when it was last seen, or first not seen any more
  /// @param isEnded whether it was given up
  record Connecting(long sinceNanos, long lastNanos, boolean isEnded) {
    Duration took() {
      return Duration.ofNanos(lastNanos - sinceNanos);
    }

    /// The same where the call was over by then, because it was given up: on a busy machine nobody may have looked in time.
    Connecting over(long startNanos, long endNanos) {
      return isEnded && sinceNanos >= startNanos && sinceNanos < endNanos && endNanos < lastNanos
          ? new Connecting(sinceNanos, endNanos, true)
          : this;
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
    while (System.nanoTime() < until
        && OPEN.stream().anyMatch(state -> !watch.inState(state).isEmpty())) {
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
      Map<String, Long> connecting = inState(SYN_SENT);
      long now = System.nanoTime();
      synchronized (seen) {
        connecting.forEach(
            (local, age) ->
                seen.merge(
                    local,
                    new Connecting(now - age, now, false),
                    (known, it) -> new Connecting(known.sinceNanos(), now, false)));
        seen.replaceAll(
            (local, it) ->
                connecting.containsKey(local) || it.isEnded()
                    ? it
                    : new Connecting(it.sinceNanos(), now, true));
      }
      LockSupport.parkNanos(LOOKS_EVERY.toNanos());
    }
  }

  /// The near ends of connections to the port, with how old each is, where it is less than a second.
  private Map<String, Long> inState(String state) {
    Map<String, Long> found = new LinkedHashMap<>();
    String wanted = remotePort + " " + state + " ";
    for (Path table : TABLES) {
      String text = read(table);
      for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        int begin = text.lastIndexOf(": ", at) + 2;
        int end = text.indexOf('\n', at);
        String entry = text.substring(begin, end < 0 ? text.length() : end);
        found.put(entry.substring(0, entry.indexOf(' ')), age(entry));
      }
    }
    return found;
  }

  private static long age(String entry) {
    Matcher fields = ENTRY.matcher(entry);
    boolean isFirst = fields.matches() && Long.parseLong(fields.group(3), 16) == 0;
    return isFirst
        ? Math.max(0, FIRST_REPEAT_NANOS - Long.parseLong(fields.group(2), 16) * TIMER_NANOS)
        : 0;
  }

  private static String read(Path table) {
    try {
      return Files.readString(table, StandardCharsets.US_ASCII);
    } catch (IOException ignored) {
      return ""; // a system without IPv6 has no second table
    }
  }

  @Override
  public void close() {
    isOver = true;
  }
}
