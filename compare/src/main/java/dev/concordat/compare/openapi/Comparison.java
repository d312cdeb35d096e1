package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What serves all positions of one pair of contracts: what is known of them, and what was found so far. Not thread-safe.
final class Comparison {
  private final OpenApiContract before;
  private final OpenApiContract after;
  private final Roles roles;
  private final SchemaPairs schemas;
  private final Witnesses witnesses;
  private final List<Found> found = new ArrayList<>();
  private int compared;

  Comparison(OpenApiContract before, OpenApiContract after, Roles roles, Policies policies) {
    this.before = before;
    this.after = after;
    this.roles = roles;
    this.schemas = new SchemaPairs(policies);
    this.witnesses =
        new Witnesses(
            before, after, roles, new SmallValues(schemas.inclusions(), policies.sender()));
  }

  OpenApiContract before() {
    return before;
  }

  OpenApiContract after() {
    return after;
  }

  Roles roles() {
    return roles;
  }

  SchemaPairs schemas() {
    return schemas;
  }

  Witnesses witnesses() {
    return witnesses;
  }

  List<Found> found() {
    return found;
  }

  /// Compares one position, and counts it.
  void position(Runnable comparing) {
    compared++;
    comparing.run();
  }

  /// How many positions were compared.
  int compared() {
    return compared;
  }

  /// Notes a change.
  ///
  /// @param rule what it breaks where it breaks; what breaks nothing has rules of its own
  void add(
      HttpChange change,
      Part part,
      String detail,
      String pointer,
      Rule rule,
      Impact impact,
      String message,
      Optional<? extends Located> old,
      Optional<? extends Located> now,
      Supplier<Evidence> evidence) {
    found.add(
        new Found(
            change,
            new Position(change.endpoint().name(), part, detail),
            pointer,
            ruleOf(rule, impact),
            impact,
            message,
            old.map(Words::sentence),
            now.map(Words::sentence),
            evidence));
  }

  static Rule ruleOf(Rule rule, Impact impact) {
    return switch (impact) {
      case BREAKS, UNKNOWN, RISKY -> rule;
      case MISREAD, MEANING -> AgreeRules.MEANING_CHANGED;
      case CLIENT_CODE -> AgreeRules.CLIENT_CODE_CHANGED;
      case POLICY -> AgreeRules.LIFECYCLE_BROKEN;
      case SAFE -> AgreeRules.CHANGED_SAFELY;
    };
  }

  static Evidence stated() {
    return new Evidence.Stated();
  }

  static Evidence proved() {
    return new Evidence.Proved("every message passes");
  }
}
