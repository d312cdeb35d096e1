package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One way after the other to put the items that must be there.
final class Filling {
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
        Math.min(shape.max(), Math.max(first, shape.uniformFrom()) + needs.size() + shape.slack());
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
    return limited(positions, 0, 0, 0);
  }

  /// `maxContains`: where an item need not be one that counts, it is none; where it must be, it counts. For every limit one
  /// position after the other.
  private Optional<JsonValue> limited(List<Set<Claim>> positions, int limit, int at, long count) {
    search.step();
    if (limit == shape.limits().size()) {
      return shape.mustRepeat() ? repeating(positions) : accepted(positions);
    }
    Condition.ContainsAtMost most = shape.limits().get(limit);
    if (count > most.count()) {
      return Optional.empty();
    }
    if (at == positions.size()) {
      return limited(positions, limit + 1, 0, 0);
    }
    Optional<JsonValue> found = limitedWith(most.claim().negated(), positions, limit, at, count);
    return found.isPresent() ? found : limitedWith(most.claim(), positions, limit, at, count + 1);
  }

  private Optional<JsonValue> limitedWith(
      Claim claim, List<Set<Claim>> positions, int limit, int at, long count) {
    Set<Claim> claims = new LinkedHashSet<>(positions.get(at));
    boolean isNew = claims.add(claim);
    if (isNew && !isPossible(claims)) {
      return Optional.empty();
    }
    var next = new ArrayList<Set<Claim>>(positions);
    next.set(at, claims);
    return limited(next, limit, at + 1, count);
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
    if (shape.isUnique()) {
      var different = new DifferentItems(search, positions);
      if (!different.areFound()) {
        unknown = different.unknown().or(() -> unknown);
        return Optional.empty();
      }
      items.addAll(different.items());
    } else {
      for (Set<Claim> claims : positions) {
        if (!(search.find(claims) instanceof Outcome.Found(JsonValue item))) {
          isPossible(claims);
          return Optional.empty();
        }
        items.add(item);
      }
    }
    JsonValue value = new JsonArray(items);
    if (accepts.test(value)) {
      return Optional.of(value);
    }
    unknown =
        Optional.of("arrays with keywords that are not computed with, or values that are excluded");
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
