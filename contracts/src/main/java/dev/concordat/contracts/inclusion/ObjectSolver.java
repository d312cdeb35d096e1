package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Objects: members that must be there get a name each, or share one; then as many more as the size asks for.
final class ObjectSolver implements KindSolver {
  private final Search search;

  // The last shape that was asked about: one case asks many things of the same conditions.
  private List<Condition> lastConditions = List.of();
  private Set<Condition> lastSet = Set.of();
  private boolean wasFinal;
  private @Nullable ObjectShape lastShape;

  ObjectSolver(Search search) {
    this.search = search;
  }

  @Override
  public Outcome solve(List<Condition> conditions, Predicate<JsonValue> accepts) {
    Optional<Outcome> finite = Finite.solve(conditions, accepts);
    if (finite.isPresent()) {
      return finite.get();
    }
    try {
      ObjectShape shape = ObjectShape.of(conditions, true);
      if (shape.max() < shape.min()) {
        return Outcome.NONE;
      }
      for (Condition.HasMember need : shape.needs()) {
        if (need.names() instanceof NameSet.Few(Set<String> few)
            && few.size() == 1
            && search.find(shape.claimsOnNeeded(few.iterator().next())) instanceof Outcome.None) {
          return Outcome.NONE;
        }
      }
      return new Assignment(search, shape, accepts).solve();
    } catch (Undecided e) {
      return new Outcome.Unknown("names: " + e.getMessage());
    }
  }

  @Override
  public Status status(List<Condition> conditions, Condition further, boolean isFinal) {
    if (isAmong(conditions, further)) {
      return Status.HOLDS;
    }
    try {
      ObjectShape shape = shape(conditions, isFinal);
      return switch (further) {
        case Condition.HasMember(NameSet names, Claim claim)
            when names instanceof NameSet.Few(Set<String> few) && few.size() == 1 ->
            needed(shape, few.iterator().next(), claim);
        case Condition.HasMember(NameSet names, Claim claim) ->
            neededSomewhere(shape, names, claim);
        case Condition.Members(NameSet names, Claim claim)
            when names instanceof NameSet.Few(Set<String> few) && few.size() == 1 ->
            member(shape, few.iterator().next(), claim);
        case Condition.Members(NameSet names, Claim claim) ->
            opposite(neededSomewhere(shape, names, claim.negated()));
        case Condition.Longer(long min) -> longer(shape, min);
        case Condition.Shorter(long max) -> opposite(longer(shape, max + 1));
        default -> Status.OPEN;
      };
    } catch (Undecided e) {
      return Status.OPEN;
    }
  }

  /// The last shape again where the very same list is asked about: comparing its content would cost what it saves.
  @SuppressWarnings("ReferenceEquality")
  private ObjectShape shape(List<Condition> conditions, boolean isFinal) throws Undecided {
    ObjectShape known = lastShape;
    if (known == null || lastConditions != conditions || wasFinal != isFinal) {
      known = ObjectShape.of(conditions, isFinal);
      remember(conditions);
      wasFinal = isFinal;
      lastShape = known;
    }
    return known;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean isAmong(List<Condition> conditions, Condition further) {
    if (lastConditions != conditions) {
      remember(conditions);
    }
    return lastSet.contains(further);
  }

  @SuppressWarnings("ReferenceEquality")
  private void remember(List<Condition> conditions) {
    if (lastConditions != conditions) {
      lastConditions = conditions;
      lastSet = new HashSet<>(conditions);
      lastShape = null;
    }
  }

  private static Status opposite(Status status) {
    return switch (status) {
      case HOLDS -> Status.FAILS;
      case FAILS -> Status.HOLDS;
      case OPEN -> Status.OPEN;
    };
  }

  private Status needed(ObjectShape shape, String name, Claim claim) {
    Set<Claim> value = shape.claimsOnNeeded(name);
    if (isNone(value, claim)) {
      return Status.FAILS;
    }
    return shape.requires(name) && isNone(value, claim.negated()) ? Status.HOLDS : Status.OPEN;
  }

  /// No member anywhere in the set of names can be like that.
  private Status neededSomewhere(ObjectShape shape, NameSet names, Claim claim) throws Undecided {
    for (String name : shape.named()) {
      if (names.contains(name)
          && (!isNone(shape.claimsOn(name), claim)
              || (shape.requires(name) && !isNone(shape.claimsOnNeeded(name), claim)))) {
        return holdsSomewhere(shape, names, claim);
      }
    }
    var all = new ArrayList<Condition.Members>(shape.members());
    all.add(new Condition.Members(names, Claim.ALWAYS));
    var wider = new ObjectShape(all, shape.needs(), shape.min(), shape.max());
    for (List<String> alike : FreshNames.beside(wider).names(1)) {
      for (String name : alike) {
        if (names.contains(name) && !isNone(shape.claimsOn(name), claim)) {
          return holdsSomewhere(shape, names, claim);
        }
      }
    }
    for (String name : names.named()) {
      if (names.contains(name) && !isNone(shape.claimsOn(name), claim)) {
        return holdsSomewhere(shape, names, claim);
      }
    }
    return Status.FAILS;
  }

  private Status holdsSomewhere(ObjectShape shape, NameSet names, Claim claim) {
    for (String name : shape.named()) {
      if (names.contains(name)
          && shape.requires(name)
          && isNone(shape.claimsOnNeeded(name), claim.negated())) {
        return Status.HOLDS;
      }
    }
    return Status.OPEN;
  }

  private Status member(ObjectShape shape, String name, Claim claim) {
    if (isNone(shape.claimsOnNeeded(name), claim.negated())) {
      return Status.HOLDS;
    }
    return shape.requires(name) && isNone(shape.claimsOnNeeded(name), claim)
        ? Status.FAILS
        : Status.OPEN;
  }

  private static Status longer(ObjectShape shape, long min) {
    if (shape.max() < min) {
      return Status.FAILS;
    }
    long present = shape.named().stream().filter(shape::requires).count();
    return shape.min() >= min || present >= min ? Status.HOLDS : Status.OPEN;
  }

  private boolean isNone(Set<Claim> claims, Claim further) {
    return search.find(Ordered.with(claims, further)) instanceof Outcome.None;
  }
}
