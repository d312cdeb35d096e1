package dev.concordat.compare.acceptance;

import dev.concordat.model.comparison.Acceptance;
import dev.concordat.model.comparison.Difference;
import java.time.LocalDate;
import java.util.Optional;

/// One line of the list: which differences it accepts, and for whom.
///
/// @param rule the rule's id
/// @param alias what another tool calls it: `oasdiff:request-property-removed`
/// @param operation a pattern for the operation of the position
/// @param pointer a pattern for the pointer
/// @param id the difference's id, or its beginning
record Entry(
    Optional<String> rule,
    Optional<String> alias,
    Optional<Glob> operation,
    Optional<Glob> pointer,
    Optional<String> id,
    Acceptance acceptance) {
  boolean matches(Difference difference) {
    return rule.map(difference.rule().id()::equals).orElse(true)
        && alias.map(wanted -> hasAlias(difference, wanted)).orElse(true)
        && operation.map(glob -> glob.matches(difference.position().operation())).orElse(true)
        && pointer.map(glob -> glob.matches(difference.pointer())).orElse(true)
        && id.map(difference.id()::startsWith).orElse(true);
  }

  private static boolean hasAlias(Difference difference, String wanted) {
    return difference.aliases().stream()
        .anyMatch(alias -> wanted.equals(alias.tool() + ":" + alias.id()));
  }

  boolean isExpired(LocalDate today) {
    return acceptance.until().isBefore(today);
  }
}
