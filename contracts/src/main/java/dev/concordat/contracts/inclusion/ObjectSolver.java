package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.Undecided;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Objects: members that must be there get a name each, or share one; then as many more as the size asks for.
final class ObjectSolver implements KindSolver {
  /// Most members that are added only to make the object big enough.
  private static final int MAX_FILLERS = 64;

  /// Most objects that are made bigger and bigger because the validator refused the smaller ones.
  private static final int MAX_VARIED = 4;

  private final Search search;

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
  public Status status(List<Condition> conditions, Condition further) {
    if (conditions.contains(further)) {
      return Status.HOLDS;
    }
    try {
      ObjectShape shape = ObjectShape.of(conditions, false);
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
    var wider = new ObjectShape(all, shape.needs(), shape.min(), shape.max(), false);
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
    Set<Claim> all = new LinkedHashSet<>(claims);
    all.add(further);
    return search.find(all) instanceof Outcome.None;
  }

  /// One way after the other to name the members that must be there.
  private static final class Assignment {
    private final Search search;
    private final ObjectShape shape;
    private final Predicate<JsonValue> accepts;
    private final List<Condition.HasMember> needs;
    private final FreshNames freshNames;
    private Optional<String> unknown = Optional.empty();

    Assignment(Search search, ObjectShape shape, Predicate<JsonValue> accepts) throws Undecided {
      this.search = search;
      this.shape = shape;
      this.accepts = accepts;
      this.needs =
          shape.needs().stream()
              .sorted(
                  (a, b) ->
                      Integer.compare(
                          a.names() instanceof NameSet.Few(Set<String> few) ? few.size() : 1_000,
                          b.names() instanceof NameSet.Few(Set<String> few) ? few.size() : 1_000))
              .toList();
      this.freshNames = FreshNames.beside(shape);
    }

    Outcome solve() throws Undecided {
      Optional<JsonValue> found = assign(0, new LinkedHashMap<>());
      if (found.isPresent()) {
        return new Outcome.Found(found.get());
      }
      return unknown.<Outcome>map(Outcome.Unknown::new).orElse(Outcome.NONE);
    }

    private Optional<JsonValue> assign(int at, Map<String, Set<Claim>> assigned) throws Undecided {
      search.step();
      if (assigned.size() > shape.max()) {
        return Optional.empty();
      }
      if (at == needs.size()) {
        return complete(assigned);
      }
      Condition.HasMember need = needs.get(at);
      for (String name : candidates(need, assigned)) {
        Set<Claim> claims = new LinkedHashSet<>(assigned.getOrDefault(name, shape.claimsOn(name)));
        claims.add(need.claim());
        if (isPossible(claims)) {
          Map<String, Set<Claim>> next = new LinkedHashMap<>(assigned);
          next.put(name, claims);
          Optional<JsonValue> found = assign(at + 1, next);
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

    private List<String> candidates(Condition.HasMember need, Map<String, Set<Claim>> assigned)
        throws Undecided {
      if (need.names() instanceof NameSet.Few(Set<String> few)) {
        return few.stream().sorted().toList();
      }
      var names = new LinkedHashSet<String>(assigned.keySet());
      names.addAll(shape.named());
      for (List<String> alike : freshNames.names(needs.size() + 1)) {
        alike.stream()
            .filter(name -> !assigned.containsKey(name))
            .findFirst()
            .ifPresent(names::add);
      }
      names.removeIf(name -> !need.names().contains(name));
      return List.copyOf(names);
    }

    /// Adds members until the object is big enough, and makes the values.
    private Optional<JsonValue> complete(Map<String, Set<Claim>> assigned) throws Undecided {
      Map<String, Set<Claim>> all = new LinkedHashMap<>(assigned);
      if (all.size() < shape.min()) {
        fill(all, shape.min());
      }
      if (all.size() < shape.min()) {
        if (shape.min() > MAX_FILLERS) {
          unknown = Optional.of("objects with at least " + shape.min() + " members");
        }
        return Optional.empty();
      }
      Optional<JsonValue> value = accepted(all);
      return value.isPresent() ? value : varied(all);
    }

    /// The validator refused the first object: it is excluded by name, or a keyword is beyond computing. Others are tried.
    private Optional<JsonValue> varied(Map<String, Set<Claim>> all) throws Undecided {
      unknown =
          Optional.of(
              "objects with keywords that are not computed with, or values that are excluded");
      for (String name : all.keySet()) {
        if (search.find(all.getOrDefault(name, Set.of()))
            instanceof Outcome.Found(JsonValue value)) {
          Map<String, Set<Claim>> other = new LinkedHashMap<>(all);
          Set<Claim> claims = new LinkedHashSet<>(all.getOrDefault(name, Set.of()));
          claims.add(new Claim.Among(Set.of(Values.normal(value)), false));
          other.put(name, claims);
          Optional<JsonValue> found = isPossible(claims) ? accepted(other) : Optional.empty();
          if (found.isPresent()) {
            return found;
          }
        }
      }
      Map<String, Set<Claim>> bigger = new LinkedHashMap<>(all);
      for (int i = 0; i < MAX_VARIED && bigger.size() < shape.max(); i++) {
        int before = bigger.size();
        fill(bigger, before + 1L);
        Optional<JsonValue> found = bigger.size() > before ? accepted(bigger) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private void fill(Map<String, Set<Claim>> all, long size) throws Undecided {
      for (String name : fillers((int) Math.min(MAX_FILLERS, size))) {
        if (all.size() >= size) {
          return;
        }
        Set<Claim> claims = shape.claimsOn(name);
        if (!all.containsKey(name) && isPossible(claims)) {
          all.put(name, claims);
        }
      }
    }

    private Optional<JsonValue> accepted(Map<String, Set<Claim>> all) {
      JsonObject value = JsonObject.EMPTY;
      for (Map.Entry<String, Set<Claim>> entry : all.entrySet()) {
        if (!(search.find(entry.getValue()) instanceof Outcome.Found(JsonValue member))) {
          return Optional.empty();
        }
        value = value.with(entry.getKey(), member);
      }
      return accepts.test(value) ? Optional.of(value) : Optional.empty();
    }

    private List<String> fillers(int count) throws Undecided {
      var names = new ArrayList<String>(shape.named());
      List<List<String>> fresh = freshNames.names(count);
      for (int i = 0; i < count; i++) {
        for (List<String> alike : fresh) {
          if (i < alike.size()) {
            names.add(alike.get(i));
          }
        }
      }
      return names;
    }
  }
}
