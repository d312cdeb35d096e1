package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks for a value that does all that a set of claims says, or shows that there is none.
///
/// A smallest value that satisfies a state has no smaller value inside it that satisfies the same state. So a state that
/// is met again while it is being searched counts as having no value there; what was concluded under such an assumption
/// is forgotten, unless the assumption was the state's own (least fixed points; Attouche et al., PVLDB 2022, section 5).
final class Search {
  private static final int NO_ASSUMPTION = Integer.MAX_VALUE;

  /// After so many steps the time is looked at; nearly all questions need fewer, and cost no look.
  private static final int STEPS_BETWEEN_LOOKS = 4_096;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /// Most questions that are remembered as they were given.
  private static final int MAX_ASKED = 200_000;

  private final Effort effort;
  private final Direction direction;
  private final Representatives representatives;
  private final Projection projection;
  private final SimpleState simple;
  private final Map<Kind, KindSolver> solvers = new EnumMap<>(Kind.class);
  private final Map<Set<Claim>, Outcome> known = new HashMap<>();
  // The same by claims as they were given: most questions are asked again, and are answered without
  // a look at them.
  private final Map<Set<Claim>, Outcome> asked = new HashMap<>();
  private final Map<Claim.Holds, Set<Claim>> flattened = new HashMap<>();
  private final Map<Set<Claim>, Integer> open = new HashMap<>();
  private int lowestAssumed = NO_ASSUMPTION;
  private final LongSupplier cpuNanos;
  private int steps;
  private long firstLook;

  /// @param cpuNanos processor time of the thread, in nanoseconds since whenever
  /// @param texts knows nothing of directions
  Search(
      Effort effort,
      Direction direction,
      Representatives representatives,
      TextSolver texts,
      LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
    this.effort = effort;
    this.direction = direction;
    this.representatives = representatives;
    this.projection = new Projection(direction, effort);
    this.simple = new SimpleState(this, direction);
    solvers.put(Kind.NUMBER, new NumberSolver());
    solvers.put(Kind.STRING, texts);
    solvers.put(Kind.ARRAY, new ArraySolver(this, effort));
    solvers.put(Kind.OBJECT, new ObjectSolver(this));
  }

  /// The work that was allowed is done.
  static final class Exhausted extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Exhausted(String message) {
      super(message, null, false, false);
    }
  }

  /// A new question has its own allowance.
  void start() {
    steps = 0;
    open.clear();
    lowestAssumed = NO_ASSUMPTION;
  }

  void step() {
    if (++steps > effort.maxSteps()) {
      throw new Exhausted("more than " + effort.maxSteps() + " cases");
    }
    if (steps % STEPS_BETWEEN_LOOKS == 0) {
      look();
    }
  }

  private void look() {
    long now = cpuNanos.getAsLong();
    if (steps == STEPS_BETWEEN_LOOKS) {
      firstLook = now;
    } else if (now - firstLook > effort.maxCpuMillis() * NANOS_PER_MILLI) {
      throw new Exhausted("more than " + effort.maxCpuMillis() + " ms of processor time");
    }
  }

  /// @param claims must not be changed afterwards
  Outcome find(Set<Claim> claims) {
    Outcome answer = asked.get(claims);
    if (answer != null) {
      return answer;
    }
    Optional<Set<Claim>> normal = normal(claims);
    if (normal.isEmpty()) {
      return remembered(claims, Outcome.NONE);
    }
    Set<Claim> state = normal.get();
    Outcome before = known.get(state);
    if (before != null) {
      return remembered(claims, before);
    }
    Integer depth = open.get(state);
    if (depth != null) {
      lowestAssumed = Math.min(lowestAssumed, depth);
      return Outcome.NONE;
    }
    return search(state);
  }

  private Outcome remembered(Set<Claim> claims, Outcome outcome) {
    if (asked.size() < MAX_ASKED) {
      asked.put(claims, outcome);
    }
    return outcome;
  }

  private Outcome search(Set<Claim> state) {
    int depth = open.size();
    if (depth > effort.maxDepth()) {
      return new Outcome.Unknown("values within values deeper than " + effort.maxDepth());
    }
    step();
    int outer = lowestAssumed;
    lowestAssumed = NO_ASSUMPTION;
    open.put(state, depth);
    Outcome outcome;
    try {
      outcome = byKind(state);
    } finally {
      open.remove(state);
    }
    boolean isCertain = lowestAssumed >= depth || outcome instanceof Outcome.Found;
    if (isCertain) {
      known.put(state, outcome);
    }
    lowestAssumed = Math.min(outer, lowestAssumed >= depth ? NO_ASSUMPTION : lowestAssumed);
    return outcome;
  }

  private Outcome byKind(Set<Claim> state) {
    Set<JsonValue> named = named(state);
    if (named != null) {
      return Finite.solve(List.of(new Condition.Among(named, true)), value -> holds(state, value))
          .orElse(Outcome.NONE);
    }
    Outcome best = Outcome.NONE;
    for (Kind kind : Kind.values()) {
      Outcome outcome = kind == Kind.NUMBER ? numberOrSimple(state) : ofKind(state, kind);
      if (outcome instanceof Outcome.Found) {
        return outcome;
      }
      best = outcome instanceof Outcome.Unknown ? outcome : best;
    }
    return best instanceof Outcome.Unknown
        ? Samples.of(state)
            .filter(value -> holds(state, value))
            .findFirst()
            .<Outcome>map(Outcome.Found::new)
            .orElse(best)
        : best;
  }

  /// All kinds from numbers on at once, where that is simple.
  private Outcome numberOrSimple(Set<Claim> state) {
    JsonValue value = simple.value(state);
    return value == null ? ofKind(state, Kind.NUMBER) : new Outcome.Found(value);
  }

  private static @Nullable Set<JsonValue> named(Set<Claim> state) {
    for (Claim claim : state) {
      if (claim instanceof Claim.Among(Set<JsonValue> values, boolean isPositive) && isPositive) {
        return values;
      }
    }
    return null;
  }

  private Outcome ofKind(Set<Claim> state, Kind kind) {
    Predicate<JsonValue> accepts = value -> holds(state, value);
    if (kind == Kind.NULL) {
      return tried(List.of(JsonNull.NULL), accepts);
    }
    if (kind == Kind.BOOLEAN) {
      return tried(List.of(new JsonBoolean(true), new JsonBoolean(false)), accepts);
    }
    KindSolver solver = Objects.requireNonNull(solvers.get(kind));
    var formulas = new ArrayList<Formula>();
    for (Claim claim : state) {
      Formula formula = projection.of(claim, kind);
      if (formula instanceof Formula.Or(List<Formula> parts) && parts.isEmpty()) {
        return Outcome.NONE;
      }
      formulas.add(formula);
    }
    return new Cases(this, solver, accepts).solve(formulas);
  }

  private static Outcome tried(List<JsonValue> values, Predicate<JsonValue> accepts) {
    for (JsonValue value : values) {
      if (accepts.test(value)) {
        return new Outcome.Found(value);
      }
    }
    return Outcome.NONE;
  }

  /// Whether a value does what is claimed, by the validator.
  boolean holds(Set<Claim> claims, JsonValue value) {
    for (Claim claim : claims) {
      if (!holds(claim, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsOne(Set<Claim> claims, JsonValue value) {
    for (Claim claim : claims) {
      if (holds(claim, value)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Claim claim, JsonValue value) {
    return switch (claim) {
      case Claim.Every(Set<Claim> all) -> holds(all, value);
      case Claim.Some(Set<Claim> any) -> holdsOne(any, value);
      case Claim.Among(Set<JsonValue> values, boolean isPositive) ->
          values.contains(Values.normal(value)) == isPositive;
      case Claim.Holds(Schema schema, boolean isPositive, boolean ignored) ->
          schema.accepts(value, direction) == isPositive;
      case Claim.Member(NameSet names, Claim member, boolean isPositive) ->
          hasMember(value, names, member) == isPositive;
      case Claim.Item(int from, OptionalLong to, Claim item, boolean isPositive) ->
          hasItem(value, from, to.orElse(Long.MAX_VALUE), item) == isPositive;
      case Claim.IsObject(boolean isPositive) -> value instanceof JsonObject == isPositive;
    };
  }

  private boolean hasMember(JsonValue value, NameSet names, Claim claim) {
    return value instanceof JsonObject(Map<String, JsonValue> members)
        && members.entrySet().stream()
            .anyMatch(each -> names.contains(each.getKey()) && holds(claim, each.getValue()));
  }

  private boolean hasItem(JsonValue value, int from, long to, Claim claim) {
    return value instanceof JsonArray(List<JsonValue> items)
        && items.stream().limit(to).skip(from).anyMatch(each -> holds(claim, each));
  }

  /// The claims, flat, each schema replaced by the first one that means the same; absent where two contradict each other.
  private Optional<Set<Claim>> normal(Set<Claim> claims) {
    Set<Claim> flat = new LinkedHashSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Holds holds) {
        flat.addAll(flattened(holds));
      } else {
        flatten(claim, flat);
      }
    }
    for (Claim claim : flat) {
      if (claim.equals(Claim.NEVER) || isContradicted(claim, flat)) {
        return Optional.empty();
      }
    }
    return Optional.of(Ordered.of(flat));
  }

  private Set<Claim> flattened(Claim.Holds holds) {
    Set<Claim> known = flattened.get(holds);
    if (known == null) {
      known = new LinkedHashSet<>();
      flatten(holds, known);
      flattened.put(holds, known);
    }
    return known;
  }

  private static boolean isContradicted(Claim claim, Set<Claim> others) {
    return claim instanceof Claim.Holds(Schema schema, boolean isPositive, boolean ignored)
        && isPositive
        && others.contains(new Claim.Holds(schema, false, false));
  }

  /// A schema that only negates another claims the opposite of that one; one that only joins others claims them all; one
  /// that is only alternatives does not hold if none of them does.
  private boolean flattenParts(Claim.Holds holds, Set<Claim> flat) {
    SchemaShape shape = representatives.shape(holds.schema());
    SchemaView view = holds.schema().view();
    Optional<Schema> negated = view.not();
    if (negated.isPresent() && shape.isOnly(List.of(negated.get()))) {
      flatten(new Claim.Holds(negated.get(), !holds.isPositive(), false), flat);
      return true;
    }
    if (!holds.isPositive() && shape.isOnly(view.anyOf())) {
      view.anyOf().forEach(each -> flatten(new Claim.Holds(each, false, false), flat));
      return true;
    }
    boolean areAllClaimed =
        holds.isPositive()
            && shape.isOnly(view.allOf())
            // What one part says of members that stay at home holds for the others too.
            && view.membersAtHome(direction).isEmpty();
    if (areAllClaimed) {
      view.allOf().forEach(each -> flatten(new Claim.Holds(each, true, holds.isClosed()), flat));
    }
    return areAllClaimed;
  }

  private void flatten(Claim claim, Set<Claim> flat) {
    switch (claim) {
      case Claim.Every(Set<Claim> all) -> all.forEach(each -> flatten(each, flat));
      case Claim.Holds holds -> {
        Claim.Holds told = representatives.of(holds);
        if (told.schema().allowsAll()) {
          if (!told.isPositive()) {
            flat.add(Claim.NEVER);
          }
        } else if (told.schema().allowsNothing()) {
          if (told.isPositive()) {
            flat.add(Claim.NEVER);
          }
        } else if (!flattenParts(told, flat)) {
          flat.add(told);
        }
      }
      case Claim.Some some ->
          flat.add(some.claims().size() == 1 ? some.claims().iterator().next() : some);
      case Claim.Among among -> flat.add(among);
      case Claim.Member member -> flat.add(member);
      case Claim.Item item -> flat.add(item);
      case Claim.IsObject object -> flat.add(object);
    }
  }
}
