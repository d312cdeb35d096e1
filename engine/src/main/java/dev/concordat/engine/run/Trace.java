package dev.concordat.engine.run;

import dev.concordat.model.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The W3C trace context of one attempt at a case: everything the attempt causes can be told by its trace id.
///
/// @param traceId 32 hex digits, never all zero
/// @param caseId carried as baggage, for people who read logs
record Trace(String traceId, String caseId) {
  private static final String PARENT = "c0c0c0c0c0c0c0c0";

  /// The context of an attempt. The run's id is part of it, so that runs side by side do not share trace ids.
  static Trace of(String runId, String caseId, int attempt) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((runId + "|" + caseId + "|" + attempt).getBytes(StandardCharsets.UTF_8));
      return new Trace(HexFormat.of().formatHex(hash, 0, 16), caseId);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String traceparent() {
    return "00-" + traceId + "-" + PARENT + "-01";
  }

  List<Header> headers() {
    return List.of(
        new Header("traceparent", traceparent()),
        new Header("baggage", "concordat.case=" + caseId.replaceAll("[^A-Za-z0-9._/#:-]", "-")));
  }
}
