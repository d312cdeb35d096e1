package dev.concordat.engine.diagnose;

import dev.concordat.model.finding.Finding;
import java.util.List;

/// What a case brought to light.
///
/// @param isCritical whether it is a flow that people marked critical
/// @param exchanges how many exchanges it caused: the fewer, the easier it shows a cause
public record CaseEvidence(
    String caseId,
    boolean isCritical,
    List<Finding> findings,
    Dependencies dependencies,
    int exchanges) {
  public CaseEvidence {
    findings = List.copyOf(findings);
  }
}
