package dev.concordat.wire.capture;

import java.util.Optional;

/// The `traceparent` header of W3C Trace Context (section 3.2): `00-` trace id `-` parent id `-` flags.
public final class TraceParent {
  /// The header's name, the same in HTTP and in Kafka records.
  public static final String HEADER = "traceparent";

  private static final int TRACE_START = 3;
  private static final int TRACE_END = TRACE_START + 32;
  private static final int PARENT_END = TRACE_END + 1 + 16;
  private static final int LENGTH = PARENT_END + 1 + 2;
  private static final String NO_TRACE = "0".repeat(32);

  private TraceParent() {}

  /// The trace id of a header value; empty when the value is not well-formed, as the recommendation asks.
  public static Optional<String> traceId(String value) {
    if (!isWellFormed(value)) {
      return Optional.empty();
    }
    String trace = value.substring(TRACE_START, TRACE_END);
    return trace.equals(NO_TRACE) ? Optional.empty() : Optional.of(trace);
  }

  private static boolean isWellFormed(String value) {
    boolean isFuture = !value.startsWith("00-");
    if (value.length() < LENGTH
        || (value.length() > LENGTH && !isFuture)
        || value.startsWith("ff")) {
      return false;
    }
    if (value.length() > LENGTH && value.charAt(LENGTH) != '-') {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean isDash = i == 2 || i == TRACE_END || i == PARENT_END;
      if (isDash ? value.charAt(i) != '-' : !isLowerHex(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
