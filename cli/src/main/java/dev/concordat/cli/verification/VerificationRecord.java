package dev.concordat.cli.verification;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.run.Verdict;
import dev.concordat.standin.Verification;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// A run of `concordat conform`, or one of `concordat drift` against a running provider, as stored.
///
/// @param meaning the digest of the contract's meaning
/// @param contract its title and version, for people
/// @param provider the address, without user, query and fragment
/// @param tested operations that answered with a success
/// @param operations all of them
/// @param findings how many there were; 0 for a contract that held
/// @param isWhole whether everything that was planned was tried
public record VerificationRecord(
    String meaning,
    String contract,
    String provider,
    Instant time,
    long seed,
    int requests,
    int tested,
    int operations,
    int findings,
    boolean isWhole) {

  /// What a run says; nothing where it says nothing: no answer came, or nothing was tested.
  static Optional<VerificationRecord> of(OpenApiContract contract, ConformReport report) {
    int tested = (int) report.coverage().stream().filter(VerificationRecord::isTested).count();
    boolean saysNothing = !report.trouble().isEmpty() || report.requests() == 0;
    if (saysNothing || (tested == 0 && report.verdict() == Verdict.HOLDS)) {
      return Optional.empty();
    }
    return Meaning.of(contract)
        .map(
            meaning ->
                new VerificationRecord(
                    meaning.digest(),
                    contract.title() + " " + contract.version(),
                    redacted(report.provider()),
                    report.started().truncatedTo(ChronoUnit.SECONDS),
                    report.seed(),
                    report.requests(),
                    tested,
                    report.coverage().size(),
                    (int) report.findings().stream().filter(it -> !it.isFlaky()).count(),
                    report.ending() == Ending.COMPLETE));
  }

  /// What a check of stubs says of one file of them; nothing where the provider answered none of them.
  static Optional<VerificationRecord> of(
      Contract stubs, DriftReport report, String provider, Instant time) {
    List<CheckedStub> own =
        report.stubs().stream().filter(stub -> stub.place().file().equals(stubs.file())).toList();
    List<CheckedStub> asked =
        own.stream().filter(stub -> stub.checkedBy().contains(Ground.PROVIDER)).toList();
    int lies = (int) asked.stream().filter(stub -> !stub.lies().isEmpty()).count();
    if (asked.isEmpty() || !report.trouble().isEmpty()) {
      return Optional.empty();
    }
    return Meaning.of(stubs)
        .map(
            meaning ->
                new VerificationRecord(
                    meaning.digest(),
                    stubs.file(),
                    redacted(provider),
                    time.truncatedTo(ChronoUnit.SECONDS),
                    0,
                    report.requests(),
                    asked.size() - lies,
                    own.size(),
                    lies,
                    asked.size() == own.size()));
  }

  private static boolean isTested(OperationCoverage coverage) {
    return coverage.requests() > 0 && coverage.untested().isEmpty();
  }

  private static String redacted(String provider) {
    try {
      var url = new URI(provider);
      return new URI(url.getScheme(), null, url.getHost(), url.getPort(), url.getPath(), null, null)
          .toString();
    } catch (URISyntaxException unreadable) {
      return "";
    }
  }

  /// As a stand-in tells it.
  public Verification told() {
    return findings == 0
        ? new Verification.Held(time, provider, tested, operations)
        : new Verification.Broken(time, provider, findings);
  }
}
