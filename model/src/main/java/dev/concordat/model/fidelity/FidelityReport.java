package dev.concordat.model.fidelity;

import dev.concordat.model.run.Verdict;
import java.util.List;

/// What became of the messages of one recording in another one.
///
/// @param near the recording of the consumers' end
/// @param far the recording of the providers' end
/// @param exchanges how many exchanges both hold
/// @param findings what was damaged, lost or repeated, in the order in which it was first seen
/// @param rewritings how often something was only written otherwise, by what was done
public record FidelityReport(
    String near,
    String far,
    int exchanges,
    List<FidelityFinding> findings,
    List<Rewriting> rewritings) {
  /// Something that keeps the meaning, and how often it was seen.
  public record Rewriting(String words, int count) {}

  public FidelityReport {
    findings = List.copyOf(findings);
    rewritings = List.copyOf(rewritings);
  }

  /// Whether what was sent was received. Two recordings without a common exchange prove nothing: that is bad input.
  public Verdict verdict() {
    if (!findings.isEmpty()) {
      return Verdict.FINDINGS;
    }
    return exchanges == 0 ? Verdict.BAD_INPUT : Verdict.HOLDS;
  }
}
