package dev.concordat.compare.openapi;

import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;
import java.util.function.Supplier;

/// A change with what it does, before it is known which others have the same cause, and before a message was made that
/// shows it.
///
/// @param evidence made when it is asked for, because of many places with one cause only the first is shown
record Found(
    HttpChange change,
    Position position,
    String pointer,
    Rule rule,
    Impact impact,
    String message,
    Optional<Sentence> before,
    Optional<Sentence> after,
    Supplier<Evidence> evidence) {
  /// The same with another impact, as promises of the contract have it.
  ///
  /// @param because what was promised; may be empty
  Found withImpact(Impact other, String because) {
    return new Found(
        change,
        position,
        pointer,
        Comparison.ruleOf(rule, other),
        other,
        because.isEmpty() ? message : message + ": " + because,
        before,
        after,
        evidence);
  }
}
