package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  public Status status(List<Condition> conditions, Condition further) {
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
    Set<Claim> all = new LinkedHashSet<>(claims);
    all.add(further);
    return search.find(all) instanceof Outcome.None;
  }

  /// One way after the other to put the items that must be there.
  private static final class Filling {
    private static final int MAX_VARIED = 6;

    private final Search search;
    private final Effort effort;
    private final ArrayShape shape;
    private final Predicate<JsonValue> accepts;
    private final List<ArrayShape.Need> needs;
    private Optional<String> unknown = Optional.empty();

    Filling(Search search, Effort effort, ArrayShape shape, Predicate<JsonValue> accepts) {
      this.search = search;
      this.effort = effort;
      this.shape = shape;
      this.accepts = accepts;
      this.needs = shape.needs();
    }

    Outcome solve() {
      long first = shape.shortest();
      long last =
          Math.min(
              shape.max(), Math.max(first, shape.uniformFrom()) + needs.size() + shape.slack());
      if (first > effort.maxItems() || shape.needsMoreThan(effort.maxItems())) {
        return new Outcome.Unknown("arrays of more than " + effort.maxItems() + " items");
      }
      for (long length = first; length <= last; length++) {
        Optional<JsonValue> found = place(0, positions((int) length), (int) length);
        if (found.isPresent()) {
          return new Outcome.Found(found.get());
        }
        if (length < shape.max() && !isExtendable(length)) {
          break;
        }
      }
      return unknown.<Outcome>map(Outcome.Unknown::new).orElse(Outcome.NONE);
    }

    /// Whether an item can stand at that position at all; if not, no longer array has it either.
    private boolean isExtendable(long position) {
      return !(search.find(shape.claimsOn(position)) instanceof Outcome.None);
    }

    private List<Set<Claim>> positions(int length) {
      var positions = new ArrayList<Set<Claim>>();
      for (int i = 0; i < length; i++) {
        positions.add(shape.claimsOn(i));
      }
      return positions;
    }

    private Optional<JsonValue> place(int at, List<Set<Claim>> positions, int length) {
      search.step();
      if (at == needs.size()) {
        return complete(positions);
      }
      ArrayShape.Need need = needs.get(at);
      boolean triedFresh = false;
      for (int i = need.from(); i < Math.min(length, need.to()); i++) {
        boolean isFresh = i >= shape.uniformFrom() && positions.get(i).equals(shape.claimsOn(i));
        if ((isFresh && triedFresh) || need.isTakenAt(positions.get(i))) {
          continue;
        }
        triedFresh |= isFresh;
        Set<Claim> claims = new LinkedHashSet<>(positions.get(i));
        claims.add(need.claim());
        if (isPossible(claims)) {
          var next = new ArrayList<Set<Claim>>(positions);
          next.set(i, claims);
          Optional<JsonValue> found = place(at + 1, next, length);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    private boolean isPossible(Set<Claim> claims) {
      Outcome outcome = search.find(claims);
      if (outcome instanceof Outcome.Unknown(String reason)) {
        unknown = Optional.of(reason);
      }
      return outcome instanceof Outcome.Found;
    }

    private Optional<JsonValue> complete(List<Set<Claim>> positions) {
      Optional<List<Set<Claim>>> limited = limited(positions);
      if (limited.isEmpty()) {
        return Optional.empty();
      }
      if (shape.mustRepeat()) {
        return repeating(limited.get());
      }
      return accepted(limited.get());
    }

    /// `maxContains`: where an item need not be one that counts, it is none.
    private Optional<List<Set<Claim>>> limited(List<Set<Claim>> positions) {
      var limited = new ArrayList<Set<Claim>>(positions);
      for (Condition.ContainsAtMost most : shape.limits()) {
        long count = 0;
        for (int i = 0; i < limited.size(); i++) {
          Set<Claim> without = new LinkedHashSet<>(limited.get(i));
          without.add(most.claim().negated());
          Outcome outcome = search.find(without);
          if (outcome instanceof Outcome.Found) {
            limited.set(i, without);
          } else {
            count++;
            if (outcome instanceof Outcome.Unknown(String reason)) {
              unknown = Optional.of(reason);
            }
          }
        }
        if (count > most.count()) {
          if (shape.limits().size() > 1) {
            unknown = Optional.of("several limits on what an array contains");
          }
          return Optional.empty();
        }
      }
      return Optional.of(limited);
    }

    private Optional<JsonValue> repeating(List<Set<Claim>> positions) {
      for (int i = 0; i < positions.size(); i++) {
        for (int j = i + 1; j < positions.size(); j++) {
          Set<Claim> both = new LinkedHashSet<>(positions.get(i));
          both.addAll(positions.get(j));
          if (isPossible(both)) {
            var next = new ArrayList<Set<Claim>>(positions);
            next.set(i, both);
            next.set(j, both);
            Optional<JsonValue> found = accepted(next);
            if (found.isPresent()) {
              return found;
            }
          }
        }
      }
      return Optional.empty();
    }

    private Optional<JsonValue> accepted(List<Set<Claim>> positions) {
      var items = new ArrayList<JsonValue>();
      Set<JsonValue> before = new HashSet<>();
      for (Set<Claim> claims : positions) {
        Set<Claim> all = new LinkedHashSet<>(claims);
        if (shape.isUnique() && !before.isEmpty()) {
          all.add(new Claim.Among(before, false));
        }
        Outcome outcome = search.find(all);
        if (outcome instanceof Outcome.Unknown(String reason)) {
          unknown = Optional.of(reason);
        }
        if (!(outcome instanceof Outcome.Found(JsonValue item))) {
          if (shape.isUnique()) {
            // Another choice for an earlier item could leave room; with named values that is a
            // matching problem.
            unknown = Optional.of("arrays of different items");
          }
          return Optional.empty();
        }
        items.add(item);
        before.add(Values.normal(item));
      }
      JsonValue value = new JsonArray(items);
      if (accepts.test(value)) {
        return Optional.of(value);
      }
      unknown =
          Optional.of(
              "arrays with keywords that are not computed with, or values that are excluded");
      return varied(positions, items);
    }

    private Optional<JsonValue> varied(List<Set<Claim>> positions, List<JsonValue> items) {
      for (int i = 0; i < Math.min(MAX_VARIED, items.size()); i++) {
        Set<Claim> other = new LinkedHashSet<>(positions.get(i));
        other.add(new Claim.Among(Set.of(Values.normal(items.get(i))), false));
        if (search.find(other) instanceof Outcome.Found(JsonValue item)) {
          var changed = new ArrayList<JsonValue>(items);
          changed.set(i, item);
          JsonValue value = new JsonArray(changed);
          if (accepts.test(value)) {
            return Optional.of(value);
          }
        }
      }
      return Optional.empty();
    }
  }
}
