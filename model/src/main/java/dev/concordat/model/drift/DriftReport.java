package dev.concordat.model.drift;

import dev.concordat.model.run.Verdict;
import java.time.Duration;
import java.util.List;

/// Everything that is said of stubs, or of real traffic, held against the truth about a provider.
///
/// @param direction what is held against what
/// @param stubs in the order of the files
/// @param against the contracts, the provider's address and the recordings, as they were named
/// @param requests how many requests were sent to the provider
/// @param others what is wrong that is no stub's lie: checks that cannot fail, rules of noise whose time is over, and
///     answers that the provider's own contract does not describe
/// @param noise where true answers differed, known before and newly learned
/// @param neverSeen what contracts document and nothing showed
/// @param notices what a person should know, one sentence each
/// @param isStrict whether a stub that could not be checked counts as a finding
/// @param trouble why nothing could be checked; empty when it could
public record DriftReport(
    Direction direction,
    List<CheckedStub> stubs,
    List<String> against,
    int requests,
    Duration took,
    List<DriftFinding> others,
    List<NoiseRule> noise,
    List<NeverSeen> neverSeen,
    List<String> notices,
    boolean isStrict,
    String trouble) {
  public DriftReport {
    stubs = List.copyOf(stubs);
    against = List.copyOf(against);
    others = List.copyOf(others);
    noise = List.copyOf(noise);
    neverSeen = List.copyOf(neverSeen);
    notices = List.copyOf(notices);
  }

  /// What is held against what.
  public enum Direction {
    /// Stubs against the truth: they are wrong where the two differ.
    STUBS,
    /// Real traffic against a contract: the contract, or the provider, is wrong where the two differ.
    TRAFFIC
  }

  /// The stubs in a state.
  public List<CheckedStub> in(CheckedStub.State state) {
    return stubs.stream().filter(stub -> stub.state() == state).toList();
  }

  /// The test files that rely on stubs which lie, each once, in the order of the report.
  public List<String> misledTests() {
    return stubs.stream()
        .flatMap(stub -> stub.reliedOnBy().stream())
        .filter(Reliance::isTest)
        .map(reliance -> reliance.place().file())
        .distinct()
        .toList();
  }

  /// Where nothing at all could be checked, nothing is said to hold.
  public Verdict verdict() {
    if (!trouble.isEmpty()) {
      return Verdict.NO_ENVIRONMENT;
    }
    boolean isOpen = isStrict && !in(CheckedStub.State.NOT_CHECKED).isEmpty();
    if (isOpen || !others.isEmpty() || !in(CheckedStub.State.LIES).isEmpty()) {
      return Verdict.FINDINGS;
    }
    return in(CheckedStub.State.TRUE).isEmpty() ? Verdict.BAD_INPUT : Verdict.HOLDS;
  }
}
