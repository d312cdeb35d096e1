package dev.concordat.engine.run;

import dev.concordat.model.digest.Sha;
import dev.concordat.model.exchange.Header;
import java.util.List;

/// The W3C trace context of one attempt at a case: everything the attempt causes can be told by its trace id.
///
/// @param traceId 32 hex digits, never all zero
/// @param caseId carried as baggage, for people who read logs
record Trace(String traceId, String caseId) {
  private static final int ID_DIGITS = 32;
  private static final String PARENT = "c0c0c0c0c0c0c0c0";

  /// The context of an attempt. The run's id is part of it, so that runs side by side do not share trace ids.
  static Trace of(String runId, String caseId, int attempt) {
    String id = Sha.SHA_256.of(runId + "|" + caseId + "|" + attempt, ID_DIGITS);
    return new Trace(id, caseId);
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
