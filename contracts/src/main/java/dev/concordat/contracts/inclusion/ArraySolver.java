package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Arrays: items that must be somewhere get a position each, for one length after the other. Behind the last position that
/// a condition speaks of all positions are alike, so a few more than the items that are needed decide.
final class ArraySolver implements KindSolver {
  private final Search search;
  private final Effort effort;

  ArraySolver(Search search, Effort effort) {
    this.search = search;
    this.effort = effort;
  }

  @Override
  public Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite = Finite.solve(conditions, accepts);
    if (finite.isPresent()) {
      return finite.get();
    }
    ArrayShape shape = ArrayShape.of(conditions);
    if (shape.max() < shape.min()) {
      return Outcome.NONE;
    }
    return new Filling(search, effort, shape, accepts).solve();
  }

  @Override
  public Status status(List<Condition> conditions, Condition further, boolean isFinal) {
    if (conditions.contains(further)) {
      return Status.HOLDS;
    }
    ArrayShape shape = ArrayShape.of(conditions);
    return switch (further) {
      case Condition.HasItem item -> hasItem(shape, item);
      case Condition.Items items ->
          switch (hasItem(shape, (Condition.HasItem) items.negated())) {
            case HOLDS -> Status.FAILS;
            case FAILS -> Status.HOLDS;
            case OPEN -> Status.OPEN;
          };
      case Condition.Longer(long min) -> longer(shape, min);
      case Condition.Shorter(long max) ->
          switch (longer(shape, max + 1)) {
            case HOLDS -> Status.FAILS;
            case FAILS -> Status.HOLDS;
            case OPEN -> Status.OPEN;
          };
      default -> Status.OPEN;
    };
  }

  /// Whether an item like that can be, or must be, at one of the positions.
  private Status hasItem(ArrayShape shape, Condition.HasItem item) {
    long last = Math.min(item.to().orElse(Long.MAX_VALUE), shape.max());
    long end = Math.min(last, Math.max(item.from(), shape.uniformFrom()) + 1L);
    boolean isPossible = false;
    for (long i = item.from(); i < end; i++) {
      Set<Claim> claims = shape.claimsOn(i);
      if (shape.min() > i && isNone(claims, item.claim().negated())) {
        return Status.HOLDS;
      }
      isPossible |= !isNone(claims, item.claim());
    }
    return isPossible ? Status.OPEN : Status.FAILS;
  }

  private static Status longer(ArrayShape shape, long min) {
    if (shape.max() < min) {
      return Status.FAILS;
    }
    return shape.min() >= min ? Status.HOLDS : Status.OPEN;
  }

  private boolean isNone(Set<Claim> claims, Claim further) {
    return search.find(Ordered.with(claims, further)) instanceof Outcome.None;
  }
}
