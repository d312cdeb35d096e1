package dev.concordat.engine.diagnose;

import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which of two findings of one case stands on the hop further from the caller, and so explains the other.
final class Hops {
  /// After these nothing else of the system can be trusted.
  private static final Set<Rule> FAILURES =
      Set.of(
          ConformRules.SERVER_ERROR,
          ConformRules.NO_ANSWER,
          ConformRules.SYSTEM_DIED,
          ConformRules.MALFORMED_BODY);

  /// What is there at all does not depend on how it is written.
  private static final Set<Rule> EXISTENCE = Set.of(FlowRules.MESSAGE_UNEXPECTED);

  /// What a system takes that it should refuse, and how it says what it takes, is its own doing: only the same mistake of a
  /// system behind it explains it, never what that one answered.
  private static final Set<Rule> OWN_DOING =
      Set.of(
          ConformRules.INVALID_ACCEPTED,
          ConformHttpRules.UNDOCUMENTED_METHOD,
          ConformHttpRules.MISSING_ALLOW,
          ConformHttpRules.WRONG_ALLOW,
          ConformHttpRules.MISSING_CHALLENGE,
          ConformHttpRules.NOT_PROTECTED,
          ConformHttpRules.BODY_NOT_ALLOWED);

  private Hops() {}

  /// Whether the first explains the second, and not the other way round.
  static boolean explains(Finding first, Finding second, Dependencies dependencies) {
    if (OWN_DOING.contains(second.rule()) && !first.rule().equals(second.rule())) {
      return false;
    }
    return isBehind(first, second, dependencies) && !isBehind(second, first, dependencies);
  }

  private static boolean isBehind(Finding first, Finding second, Dependencies dependencies) {
    if (isJourney(second) && !isJourney(first)) {
      return explainsJourney(first, second, dependencies);
    }
    if (isJourney(first) && !isJourney(second)) {
      return false;
    }
    return consumers(first, dependencies).stream()
        .anyMatch(consumer -> dependencies.reaches(second.system(), consumer));
  }

  /// What a journey sees is explained by a broken promise of a system behind the one it looks at, or by a broken promise
  /// of that system about the same value.
  private static boolean explainsJourney(
      Finding broken, Finding journey, Dependencies dependencies) {
    if (journey.rule().equals(FlowRules.TOO_SLOW) && !FAILURES.contains(broken.rule())) {
      return false;
    }
    if (!broken.system().equals(journey.system())) {
      return dependencies.reaches(journey.system(), broken.system());
    }
    if (EXISTENCE.contains(journey.rule()) || broken.rule().equals(FlowRules.EVENT_BEFORE_COMMIT)) {
      return FAILURES.contains(broken.rule());
    }
    boolean isSamePlace =
        broken.operation().equals(journey.operation())
            || broken
                .exchangeId()
                .filter(id -> journey.exchangeId().equals(Optional.of(id)))
                .isPresent();
    return FAILURES.contains(broken.rule()) || (isSamePlace && isSameValue(broken, journey));
  }

  /// A broken field explains a journey's expectation of that field, or of what holds it, and no other.
  private static boolean isSameValue(Finding broken, Finding journey) {
    String field = broken.pointer();
    if (field.startsWith("header:")) {
      field = "/headers/" + field.substring("header:".length()).toLowerCase(Locale.ROOT);
      return journey.pointer().equals(field);
    }
    if (!field.startsWith("/") || journey.pointer().isEmpty()) {
      return true;
    }
    String seen = journey.pointer().replaceFirst("^/(body|payload)", "");
    return seen.startsWith(field) || field.startsWith(seen);
  }

  /// An expectation of a flow says that something is wrong, not yet where. An event before its commit is observed itself.
  private static boolean isJourney(Finding finding) {
    return finding.rule().proof() == Proof.FLOWS
        && !finding.rule().equals(FlowRules.EVENT_BEFORE_COMMIT);
  }

  private static Set<String> consumers(Finding finding, Dependencies dependencies) {
    if (finding.link().isPresent()) {
      String consumer = finding.link().get().consumer();
      return consumer.equals(LinkName.CONCORDAT) ? Set.of() : Set.of(consumer);
    }
    return finding.side() == Side.PUBLISHER ? dependencies.usersOf(finding.system()) : Set.of();
  }
}
