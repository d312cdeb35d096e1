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

/// One way after the other to name the members that must be there.
final class Assignment {
  /// Most members that are added only to make the object big enough.
  private static final int MAX_FILLERS = 64;

  /// Most objects that are made bigger and bigger because the validator refused the smaller ones.
  private static final int MAX_VARIED = 4;

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
    this.needs = shape.needs().stream().sorted(Assignment::inOrder).toList();
    this.freshNames = FreshNames.beside(shape);
  }

  private static int inOrder(Condition.HasMember a, Condition.HasMember b) {
    return Integer.compare(choice(a.names()), choice(b.names()));
  }

  /// How many names there are to choose from, the fewest first.
  private static int choice(NameSet names) {
    return names instanceof NameSet.Few(Set<String> few) ? few.size() : Integer.MAX_VALUE;
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
      return few.size() == 1 ? List.copyOf(few) : few.stream().sorted().toList();
    }
    var names = new LinkedHashSet<String>(assigned.keySet());
    names.addAll(shape.named());
    for (List<String> alike : freshNames.names(needs.size() + 1)) {
      alike.stream().filter(name -> !assigned.containsKey(name)).findFirst().ifPresent(names::add);
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
      if (search.find(all.getOrDefault(name, Set.of())) instanceof Outcome.Found(JsonValue value)) {
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, Set<Claim>> entry : all.entrySet()) {
      if (!(search.find(entry.getValue()) instanceof Outcome.Found(JsonValue member))) {
        return Optional.empty();
      }
      members.put(entry.getKey(), member);
    }
    JsonObject value = new JsonObject(members);
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
