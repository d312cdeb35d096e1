package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of objects: which there are, which must be there; what they are is the walk's business.
final class MemberEdits {
  private final Walk walk;

  MemberEdits(Walk walk) {
    this.walk = walk;
  }

  void compare(Spot spot, Findings findings) {
    Map<String, List<Schema>> before = spot.before().properties();
    Map<String, List<Schema>> after = spot.after().properties();
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    Set<String> wereRequired = spot.before().required().keySet();
    Set<String> areRequired = spot.after().required().keySet();
    for (String name : names) {
      List<Schema> was = before.getOrDefault(name, List.of());
      List<Schema> is = after.getOrDefault(name, List.of());
      boolean wasRequired = wereRequired.contains(name);
      boolean isRequired = areRequired.contains(name);
      // Most members of most objects say what they said.
      if (wasRequired != isRequired || was.isEmpty() || is.isEmpty() || !walk.isSame(was, is)) {
        property(spot, name, was, is, wasRequired, isRequired, findings);
      }
    }
    Set<String> required = new LinkedHashSet<>(wereRequired);
    required.addAll(areRequired);
    required.removeAll(names);
    for (String name : required) {
      Spot member =
          member(
              spot,
              name,
              List.of(),
              List.of(),
              wereRequired.contains(name),
              areRequired.contains(name));
      requirement(member, name, spot, findings);
    }
    patterns(spot, findings);
  }

  private static Spot member(
      Spot spot,
      String name,
      List<Schema> before,
      List<Schema> after,
      boolean wasRequired,
      boolean isRequired) {
    return new Spot(
        spot.way(),
        spot.route().member(name),
        Joined.of(before),
        Joined.of(after),
        wasRequired,
        isRequired);
  }

  private void property(
      Spot spot,
      String name,
      List<Schema> before,
      List<Schema> after,
      boolean wasRequired,
      boolean isRequired,
      Findings findings) {
    Spot member = member(spot, name, before, after, wasRequired, isRequired);
    if (before.isEmpty() || after.isEmpty()) {
      Edit.Change change = before.isEmpty() ? Edit.Change.ADDED : Edit.Change.REMOVED;
      var edit =
          new Edit(
              "properties",
              name,
              change,
              member.route().pointer(),
              member.route().keywords(),
              side(spot.before(), member.before(), name, member.isRequiredBefore()),
              side(spot.after(), member.after(), name, member.isRequiredAfter()));
      findings.addWhole(member, edit, presence(spot, name, spot.way().receiver(before, after)));
    } else {
      requirement(member, name, spot, findings);
      walk.compare(member, findings);
    }
  }

  /// What a value of the whole does that the receiver may refuse for this member.
  private static Optional<Aim> presence(Spot spot, String name, List<Schema> received) {
    var ways = new ArrayList<Aim>();
    if (spot.receiver().required().containsKey(name)) {
      ways.add(new Aim.Lacks(name));
    }
    if (!received.isEmpty()) {
      ways.add(new Aim.Member(name, Aims.breaksOne(received)));
    } else if (!spot.receiver().isOpen()) {
      ways.add(new Aim.Member(name, Aims.ANYTHING));
    }
    return ways.isEmpty() ? Optional.empty() : Optional.of(spot.route().aim(new Aim.Any(ways)));
  }

  private static Edit.Side side(Joined around, Joined member, String name, boolean isRequired) {
    Optional<Schema> schema = member.roots().stream().findFirst();
    Optional<Located> place =
        around.parts().stream()
            .flatMap(part -> declaration(part.view().schema().node(), name).stream())
            .findFirst()
            .or(
                () ->
                    around.parts().stream()
                        .<Located>map(part -> part.view().schema().node())
                        .findFirst());
    return Spot.side(member, schema, Optional.empty(), place, isRequired);
  }

  private static Optional<Located> declaration(Node schema, String name) {
    return schema instanceof ObjectNode object
            && object.get("properties").orElse(null) instanceof ObjectNode properties
        ? properties.member(name).map(member -> member)
        : Optional.empty();
  }

  private static void requirement(Spot member, String name, Spot spot, Findings findings) {
    if (member.isRequiredBefore() == member.isRequiredAfter()) {
      return;
    }
    Edit.Change change = member.isRequiredAfter() ? Edit.Change.ADDED : Edit.Change.REMOVED;
    Edit edit =
        new Edit(
            "required",
            name,
            change,
            member.route().pointer(),
            member.route().keywords(),
            required(spot.before(), member.before(), name, member.isRequiredBefore()),
            required(spot.after(), member.after(), name, member.isRequiredAfter()));
    boolean isAsked = spot.way().receiver(member.isRequiredBefore(), member.isRequiredAfter());
    findings.addWhole(
        member,
        edit,
        isAsked ? Optional.of(spot.route().aim(new Aim.Lacks(name))) : Optional.empty());
  }

  private static Edit.Side required(Joined around, Joined member, String name, boolean isRequired) {
    Optional<Joined.Part> part = Optional.ofNullable(around.required().get(name));
    Optional<Located> place =
        part.map(each -> Spot.place(each.view().schema(), "required", true))
            .or(() -> side(around, member, name, false).place());
    return Spot.side(
        member,
        member.roots().stream().findFirst(),
        part.map(ignored -> (JsonValue) new JsonString(name)),
        place,
        isRequired);
  }

  private void patterns(Spot spot, Findings findings) {
    Map<String, List<Schema>> before = spot.before().patternProperties();
    Map<String, List<Schema>> after = spot.after().patternProperties();
    Set<String> patterns = new LinkedHashSet<>(before.keySet());
    patterns.addAll(after.keySet());
    for (String pattern : patterns) {
      Spot member =
          new Spot(
              spot.way(),
              spot.route()
                  .into(
                      new Step.Matching(pattern),
                      "*",
                      "patternProperties/" + Route.escaped(pattern)),
              Joined.of(before.getOrDefault(pattern, List.of())),
              Joined.of(after.getOrDefault(pattern, List.of())),
              false,
              false);
      if (before.containsKey(pattern) && after.containsKey(pattern)) {
        walk.compare(member, findings);
      } else {
        pattern(spot, member, pattern, findings);
      }
    }
  }

  private static void pattern(Spot spot, Spot member, String pattern, Findings findings) {
    boolean isAdded = member.before().roots().isEmpty();
    List<Schema> received = member.receiver().roots();
    Aim here = received.isEmpty() ? Aims.ANYTHING : Aims.breaksOne(received);
    var name = new JsonString(pattern);
    findings.add(
        member,
        new Edit(
            "patternProperties",
            pattern,
            isAdded ? Edit.Change.ADDED : Edit.Change.REMOVED,
            member.route().pointer(),
            member.route().keywords(),
            patternSide(spot.before(), member.before(), name),
            patternSide(spot.after(), member.after(), name)),
        received.isEmpty() && spot.receiver().isOpen() ? Optional.empty() : Optional.of(here));
  }

  private static Edit.Side patternSide(Joined around, Joined member, JsonString pattern) {
    Optional<Schema> schema = member.roots().stream().findFirst();
    return Spot.side(
        member,
        schema,
        schema.map(ignored -> (JsonValue) pattern),
        schema
            .<Located>map(Schema::node)
            .or(
                () ->
                    around.parts().stream()
                        .<Located>map(part -> part.view().schema().node())
                        .findFirst()),
        false);
  }
}
