package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.SecurityUse;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Whether everybody who could connect still can. Of several schemes one is enough (AsyncAPI 3.0, Server Object).
final class SecurityComparison {
  private SecurityComparison() {}

  static Optional<Difference> compare(
      List<SecurityUse> before, List<SecurityUse> after, String operation, Sentence at) {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    Optional<SecurityUse> refused =
        before.stream()
            .filter(old -> after.stream().noneMatch(now -> isEnough(old, now)))
            .findFirst();
    if (!before.isEmpty() && refused.isEmpty()) {
      return Optional.empty();
    }
    String needed = String.join(" or ", after.stream().map(SecurityComparison::shown).toList());
    String message =
        refused
            .map(old -> "who proves itself by " + shown(old) + " now needs " + needed)
            .orElse("who could connect without a credential now needs " + needed);
    return Optional.of(
        Findings.stated(
            AgreeRules.SECURITY_ADDED,
            Impact.BREAKS,
            new Position(operation, Position.Part.SECURITY, ""),
            message,
            Optional.of(refused.map(SecurityUse::at).orElse(at)),
            Optional.of(after.getFirst().at())));
  }

  private static boolean isEnough(SecurityUse old, SecurityUse now) {
    return old.type().equals(now.type())
        && old.settings().equals(now.settings())
        && new HashSet<>(old.scopes()).containsAll(now.scopes());
  }

  private static String shown(SecurityUse use) {
    String name = use.name().isEmpty() ? use.type() : use.name() + " (" + use.type() + ")";
    return use.scopes().isEmpty() ? name : name + " with " + String.join(", ", use.scopes());
  }
}
