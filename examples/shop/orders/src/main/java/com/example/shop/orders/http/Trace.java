package com.example.shop.orders.http;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C trace context: the same trace id from the first request to the last message. */
public record Trace(String traceId, String flags, String state) {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2}).*");

  public static Trace continued(String traceparent, String tracestate) {
    var parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    if (!parts.matches()) {
      return new Trace(hex() + hex(), "01", "");
    }
    return new Trace(parts.group(1), parts.group(2), tracestate == null ? "" : tracestate);
  }

  /** The header for the next hop, with a span id of its own. */
  public String traceparent() {
    return "00-" + traceId + "-" + hex() + "-" + flags;
  }

  private static String hex() {
    return "%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
