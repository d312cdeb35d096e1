package dev.concordat.compare.asyncapi;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.schema.SchemaComparison;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was found about two documents, and what is needed to find more. Not thread-safe.
final class Findings {
  private final Policies policies;
  private final boolean isDiff;
  private final String left;
  private final String right;
  private final SchemaComparison schemas;
  private final Inclusions inclusions = new Inclusions(Effort.defaults());
  private final Set<Difference> differences = new LinkedHashSet<>();
  private Tally tally = Tally.NONE;

  /// @param isDiff whether two versions of one document are compared, and not two parties
  Findings(Policies policies, boolean isDiff) {
    this.policies = policies;
    this.isDiff = isDiff;
    this.left = isDiff ? "the old contract" : "the consumer";
    this.right = isDiff ? "the new contract" : "the provider";
    this.schemas = new SchemaComparison(policies);
  }

  Policies policies() {
    return policies;
  }

  boolean isDiff() {
    return isDiff;
  }

  SchemaComparison schemas() {
    return schemas;
  }

  Inclusions inclusions() {
    return inclusions;
  }

  /// What people call whoever sends.
  String sender(Way way) {
    return way.sender(left, right);
  }

  /// What people call whoever receives.
  String receiver(Way way) {
    return way.receiver(left, right);
  }

  String left() {
    return left;
  }

  String right() {
    return right;
  }

  /// Adds differences of one message, and counts it.
  void addAll(List<Difference> found) {
    found.forEach(this::keep);
    tally = tally.plus(count(found));
  }

  /// Adds a difference that stands for a whole position.
  void add(Difference difference) {
    addAll(List.of(difference));
  }

  private void keep(Difference difference) {
    boolean isOfDocuments =
        difference.impact() == Impact.SAFE || difference.impact() == Impact.CLIENT_CODE;
    if (isDiff || !isOfDocuments) {
      differences.add(difference);
    }
  }

  private static Tally count(List<Difference> found) {
    if (found.stream().anyMatch(each -> each.impact() == Impact.BREAKS)) {
      return new Tally(0, 1, 0);
    }
    return found.stream().anyMatch(each -> each.impact() == Impact.UNKNOWN)
        ? new Tally(0, 0, 1)
        : new Tally(1, 0, 0);
  }

  Compared compared() {
    return new Compared(new ArrayList<>(differences), tally);
  }

  /// A difference that the sentences show.
  static Difference stated(
      Rule rule,
      Impact impact,
      Position position,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return with(new Evidence.Stated(), rule, impact, position, message, before, after);
  }

  static Difference with(
      Evidence evidence,
      Rule rule,
      Impact impact,
      Position position,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return new Difference(
        rule, impact, evidence, position, "", message, before, after, List.of(), List.of());
  }

  /// Whether nothing of them speaks against a message.
  static boolean areHarmless(List<Difference> found) {
    return found.stream()
        .noneMatch(each -> each.impact() == Impact.BREAKS || each.impact() == Impact.UNKNOWN);
  }
}
