package dev.concordat.model.conform;

import dev.concordat.model.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Everything that a run against one provider says.
///
/// @param contract the contract's file
/// @param title the contract's own title
/// @param provider the address, without credentials
/// @param started when
/// @param requests how many requests were sent, the ones that confirmed and shrank findings included
/// @param cases how many different cases were tried
/// @param findings surest first, then worst first
/// @param coverage in the contract's order
/// @param recalled what was known from earlier runs
/// @param ending why no more was tried
/// @param trouble why nothing could be tested (no such host, refused connection); empty when it could
public record ConformReport(
    String contract,
    String title,
    String provider,
    long seed,
    Instant started,
    Duration took,
    int requests,
    int cases,
    List<ConformFinding> findings,
    List<OperationCoverage> coverage,
    List<Notice> notices,
    Recalled recalled,
    Ending ending,
    String trouble) {
  /// Why a run tried no more.
  public enum Ending {
    /// Everything that was planned was tried.
    COMPLETE,
    /// The budget was spent before.
    BUDGET_SPENT,
    /// Somebody stopped it before.
    STOPPED
  }

  public ConformReport {
    findings = List.copyOf(findings);
    coverage = List.copyOf(coverage);
    notices = List.copyOf(notices);
  }

  /// Flaky findings are told and do not count, nor do operations that were not tested.
  public Verdict verdict() {
    if (!trouble.isEmpty()) {
      return Verdict.NO_ENVIRONMENT;
    }
    return findings.stream().allMatch(ConformFinding::isFlaky) ? Verdict.HOLDS : Verdict.FINDINGS;
  }
}
