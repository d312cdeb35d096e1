package dev.concordat.engine.resilience;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.http.LinkEvent;
import dev.concordat.wire.http.LinkWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What happened on the connections of one link since it is watched. Thread-safe.
public final class LinkLog implements LinkWatch {
  /// More events than any experiment leads to; a consumer that calls without end must not fill the memory.
  private static final int MAX_EVENTS = 200_000;

  /// The IETF draft's Idempotency-Key, and its relatives.
  private static final Pattern KEY =
      Pattern.compile("(?i)(x-)?idempoten(cy|t)[-_]?key|(x-)?idempotency[-_]?token");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final List<LinkEvent> events = new ArrayList<>();

  @Override
  public void saw(LinkEvent event) {
    lock.lock();
    try {
      if (events.size() < MAX_EVENTS) {
        events.add(event);
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// A place in the log: what is seen after this call comes after it.
  int mark() {
    lock.lock();
    try {
      return events.size();
    } finally {
      lock.unlock();
    }
  }

  private List<LinkEvent> since(int mark) {
    lock.lock();
    try {
      return List.copyOf(events.subList(mark, events.size()));
    } finally {
      lock.unlock();
    }
  }

  /// The attempts at an operation since a mark.
  ///
  /// @param isWanted which requests are meant
  List<Attempt> attempts(int mark, Predicate<LinkEvent.Requested> isWanted) {
    List<LinkEvent> seen = since(mark);
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i) instanceof LinkEvent.Requested request && isWanted.test(request)) {
        long opened = opened(request, seen.subList(0, i));
        attempts.add(attempt(request, opened, seen.subList(i + 1, seen.size())));
      }
    }
    return attempts;
  }

  private static long opened(LinkEvent.Requested request, List<LinkEvent> earlier) {
    for (LinkEvent event : earlier.reversed()) {
      if (event.connection() == request.connection()) {
        return event instanceof LinkEvent.Opened ? event.atNanos() : request.atNanos();
      }
    }
    return request.atNanos();
  }

  private static Attempt attempt(LinkEvent.Requested request, long opened, List<LinkEvent> later) {
    OptionalLong ended =
        later.stream()
            .filter(event -> event.connection() == request.connection())
            .filter(
                event ->
                    event instanceof LinkEvent.ConsumerEnded || event instanceof LinkEvent.Closed)
            .mapToLong(LinkEvent::atNanos)
            .findFirst();
    return new Attempt(
        request.connection(),
        request.method(),
        key(request.headers()),
        opened,
        request.atNanos(),
        ended);
  }

  /// The idempotency key among the headers of a request.
  public static Optional<String> key(List<Header> headers) {
    return headers.stream()
        .filter(header -> KEY.matcher(header.name()).matches())
        .map(Header::value)
        .findFirst();
  }

  /// How many connections the consumer has open now, of those that were opened while this log watched.
  int openConnections() {
    Set<Long> open = new HashSet<>();
    for (LinkEvent event : since(0)) {
      switch (event) {
        case LinkEvent.Opened opened -> open.add(opened.connection());
        case LinkEvent.ConsumerEnded ended -> open.remove(ended.connection());
        case LinkEvent.Closed closed -> open.remove(closed.connection());
        case LinkEvent.Requested ignored -> {}
      }
    }
    return open.size();
  }

  /// Waits until nothing was seen for a while.
  ///
  /// @param quiet how long nothing must be seen
  /// @param untilNanos when to stop waiting, by {@link System#nanoTime()}
  void awaitQuiet(Duration quiet, long untilNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        int known = events.size();
        long left = Math.min(quiet.toNanos(), untilNanos - System.nanoTime());
        while (left > 0 && events.size() == known) {
          left = more.awaitNanos(left);
        }
        if (events.size() == known || System.nanoTime() >= untilNanos) {
          return;
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
