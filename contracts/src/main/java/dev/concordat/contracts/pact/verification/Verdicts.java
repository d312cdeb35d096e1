package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.Mismatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mismatches by what they are about.
final class Verdicts {
  private Verdicts() {}

  static List<VerificationFailure> of(List<Mismatch> mismatches) {
    Map<String, List<Mismatch>> bySummary = new LinkedHashMap<>();
    for (Mismatch mismatch : mismatches) {
      bySummary.computeIfAbsent(summary(mismatch.part()), any -> new ArrayList<>()).add(mismatch);
    }
    return bySummary.entrySet().stream()
        .map(
            entry ->
                (VerificationFailure)
                    new VerificationFailure.Differs(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String summary(Mismatch.Part part) {
    return switch (part) {
      case STATUS -> "Response status did not match";
      case HEADER -> "Headers had differences";
      case BODY, BODY_TYPE -> "Body had differences";
      case METADATA -> "Metadata had differences";
      case METHOD, PATH, QUERY -> "Request had differences";
    };
  }
}
