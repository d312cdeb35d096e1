package dev.concordat.wire.http2;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One direction of a stream: what waits, and how much of it may be sent.
final class Flow {
  private final ArrayDeque<Part> parts = new ArrayDeque<>();
  long window;
  private long waitingBytes;
  private long waitingUntil;

  Flow(long window) {
    this.window = window;
  }

  void add(Part part) {
    parts.addLast(part);
    waitingBytes += size(part);
  }

  @Nullable Part first() {
    return parts.peekFirst();
  }

  Part take() {
    Part first = parts.removeFirst();
    waitingBytes -= size(first);
    return first;
  }

  /// Puts back what could not be sent.
  void back(Part rest) {
    parts.addFirst(rest);
    waitingBytes += size(rest);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  long waitingBytes() {
    return waitingBytes;
  }

  /// Whether nobody waits for this moment yet.
  boolean isNewWait(long untilNanos) {
    boolean isNew = waitingUntil != untilNanos;
    waitingUntil = untilNanos;
    return isNew;
  }

  /// Throws everything away; says how many bytes of the sender's were among it.
  long clear() {
    long lost = 0;
    for (Part part : parts) {
      lost += part instanceof Part.Body body && !body.isOwn() ? body.bytes().remaining() : 0;
    }
    parts.clear();
    waitingBytes = 0;
    return lost;
  }

  /// Takes out what only waits.
  void release() {
    parts.removeIf(it -> it instanceof Part.Hold || it instanceof Part.Stall);
  }

  private static int size(Part part) {
    return part instanceof Part.Body body ? body.bytes().remaining() : 0;
  }
}
