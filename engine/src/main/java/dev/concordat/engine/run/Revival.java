package dev.concordat.engine.run;

import dev.concordat.engine.judge.CaseView;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// A system whose process ends over a case is started again, and the case is tried once more. Where it ends again the request is to
/// blame, and with it the system's owner; where it does not, that is noted. Either way the other cases go on.
final class Revival {
  /// Of one system in one run; one that ends more often is left alone, and its other cases are not tried.
  private static final int MOST = 20;

  /// Tries of a case that died are numbered apart from the others.
  private static final int AGAIN = 10;

  private final Session session;
  private final Map<String, Integer> revived = new HashMap<>();

  /// The last one of each system, by the system's name.
  private final Map<String, Finding> known = new HashMap<>();

  Revival(Session session) {
    this.session = session;
  }

  /// What is left of a try after which a system did not run any more.
  ///
  /// @param note what is to be told to everybody; empty for nothing
  record Outlived(Attempt attempt, String note) {}

  /// @param died a try that ended with a trouble
  /// @param again makes the try of a number
  Outlived outlive(String caseId, Attempt died, int number, IntFunction<Attempt> again) {
    Optional<Trouble> first = session.environment().trouble();
    if (first.isEmpty() || !revive(first.get())) {
      return new Outlived(died, "");
    }
    Optional<Finding> suspected = finding(caseId, died, first.get());
    Finding before = known.get(first.get().subject());
    if (before != null
        && suspected.map(it -> it.causeKey().equals(before.causeKey())).orElse(true)) {
      return new Outlived(broken(died, suspected.orElse(before)), "");
    }
    Attempt second = again.apply(number + AGAIN);
    Optional<Trouble> repeated = session.environment().trouble();
    if (repeated.isEmpty()) {
      return new Outlived(second, note(caseId, first.get()));
    }
    Optional<Finding> found = finding(caseId, second, repeated.get());
    if (found.isEmpty() || !revive(repeated.get())) {
      return new Outlived(second, "");
    }
    known.put(found.get().system(), found.get());
    return new Outlived(broken(second, found.get()), "");
  }

  private Optional<Finding> finding(String caseId, Attempt attempt, Trouble trouble) {
    return session
        .judge()
        .death(
            attempt.exchanges(),
            trouble.subject(),
            Death.words(trouble),
            new CaseView(caseId, Optional.empty()));
  }

  private static Attempt broken(Attempt attempt, Finding finding) {
    return attempt.with(List.of(finding), Optional.empty());
  }

  private static String note(String caseId, Trouble trouble) {
    return "flaky: "
        + trouble.subject()
        + " "
        + Death.words(trouble)
        + ", once, during "
        + caseId
        + ", and not again after it was started anew; nobody is blamed";
  }

  private boolean revive(Trouble trouble) {
    String system = trouble.subject();
    if (session.environment().setup().system(system).isEmpty()
        || revived.merge(system, 1, Integer::sum) > MOST) {
      return false;
    }
    try {
      session.environment().restart(system);
      return session.environment().trouble().isEmpty();
    } catch (EnvironmentFailure e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
