package dev.concordat.engine.run;

import dev.concordat.model.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Believes a finding only when it is seen again: a case that shows something new is tried once more on fresh data. What
/// does not come back is told as flaky and blames nobody. A cause that was confirmed once needs no second try.
final class Confirmation {
  private final Set<String> confirmed = new HashSet<>();

  /// What a second look leaves of a first.
  ///
  /// @param attempt the one whose evidence is shown
  /// @param flaky what did not come back
  record Confirmed(Attempt attempt, List<Finding> findings, List<Finding> flaky) {
    /// What experiments have shown: they repeat themselves as often as a measured value takes.
    static Confirmed measured(Attempt attempt) {
      return new Confirmed(attempt, attempt.findings(), List.of());
    }
  }

  boolean isConfirmed(String causeKey) {
    return confirmed.contains(causeKey);
  }

  Confirmed confirm(Attempt first, Supplier<Attempt> again) {
    boolean hasNews =
        first.findings().stream().anyMatch(finding -> !confirmed.contains(finding.causeKey()));
    if (!hasNews || first.trouble().isPresent()) {
      return new Confirmed(first, first.findings(), List.of());
    }
    Attempt second = again.get();
    if (second.trouble().isPresent()) {
      return new Confirmed(second, List.of(), List.of());
    }
    Set<String> seenAgain =
        second.findings().stream().map(Finding::causeKey).collect(Collectors.toSet());
    List<Finding> kept =
        first.findings().stream()
            .filter(it -> confirmed.contains(it.causeKey()) || seenAgain.contains(it.causeKey()))
            .toList();
    if (kept.isEmpty() && !second.findings().isEmpty()) {
      // Broken both times, each time elsewhere: the second is as good as the first, and it is
      // broken.
      confirmed.addAll(seenAgain);
      return new Confirmed(second, second.findings(), List.of());
    }
    kept.forEach(finding -> confirmed.add(finding.causeKey()));
    List<Finding> flaky =
        first.findings().stream().filter(finding -> !kept.contains(finding)).toList();
    return new Confirmed(first, kept, flaky);
  }
}
