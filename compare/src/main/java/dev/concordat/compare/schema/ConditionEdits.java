package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Keywords whose schemas are not gone into, because more inside may mean less outside: `not`, `if`, `contains`, names.
final class ConditionEdits {
  /// The words that are compared here.
  static final long WORDS =
      Word.bits(
          Word.NOT,
          Word.IF,
          Word.THEN,
          Word.ELSE,
          Word.CONTAINS,
          Word.MIN_CONTAINS,
          Word.MAX_CONTAINS,
          Word.PROPERTY_NAMES,
          Word.UNEVALUATED_ITEMS,
          Word.UNEVALUATED_PROPERTIES,
          Word.DEPENDENT_REQUIRED,
          Word.DEPENDENT_SCHEMAS,
          Word.DEPENDENCIES);

  private record Inner(String keyword, Function<SchemaView, Optional<Schema>> schema) {}

  private static final List<Inner> INNER =
      List.of(
          new Inner("not", SchemaView::not),
          new Inner("if", view -> Optional.ofNullable(view.conditions().get("if"))),
          new Inner("then", view -> branch(view, "then")),
          new Inner("else", view -> branch(view, "else")),
          new Inner("contains", SchemaView::contains),
          new Inner("propertyNames", SchemaView::propertyNames),
          new Inner("unevaluatedItems", SchemaView::unevaluatedItems),
          new Inner("unevaluatedProperties", SchemaView::unevaluatedProperties));

  private final Likeness likeness;

  ConditionEdits(Likeness likeness) {
    this.likeness = likeness;
  }

  /// Without `if` they mean nothing.
  private static Optional<Schema> branch(SchemaView view, String name) {
    Map<String, Schema> conditions = view.conditions();
    return conditions.containsKey("if")
        ? Optional.ofNullable(conditions.get(name))
        : Optional.empty();
  }

  void compare(Spot spot, Findings findings) {
    INNER.forEach(inner -> inner(spot, inner, findings));
    counts(spot, findings);
    needs(spot, findings);
    dependents(spot, findings);
  }

  private void inner(Spot spot, Inner inner, Findings findings) {
    List<Joined.Said<Schema>> gone = new ArrayList<>(spot.before().all(inner.schema));
    List<Joined.Said<Schema>> come = new ArrayList<>(spot.after().all(inner.schema));
    List<Joined.Said<Schema>> were = List.copyOf(gone);
    gone.removeIf(said -> come.stream().anyMatch(other -> isSame(said, other)));
    come.removeIf(said -> were.stream().anyMatch(other -> isSame(said, other)));
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      Optional<Joined.Said<Schema>> before = at(gone, i);
      Optional<Joined.Said<Schema>> after = at(come, i);
      Edit.Change change =
          before.isEmpty()
              ? Edit.Change.ADDED
              : after.isEmpty() ? Edit.Change.REMOVED : Edit.Change.CHANGED;
      findings.add(
          spot,
          spot.edit(
              inner.keyword,
              "",
              change,
              before.map(ConditionEdits::json),
              after.map(ConditionEdits::json)),
          spot.way().receiver(before, after).map(said -> broken(inner.keyword, said)));
    }
  }

  private boolean isSame(Joined.Said<Schema> one, Joined.Said<Schema> other) {
    return likeness.isSame(one.value(), other.value());
  }

  private static Optional<Joined.Said<Schema>> at(List<Joined.Said<Schema>> said, int at) {
    return at < said.size() ? Optional.of(said.get(at)) : Optional.empty();
  }

  private static Joined.Said<JsonValue> json(Joined.Said<Schema> said) {
    return new Joined.Said<>(said.value().node().toJson(), said.part());
  }

  private static Aim broken(String keyword, Joined.Said<Schema> said) {
    SchemaView view = said.part().view();
    Optional<Schema> condition = Optional.ofNullable(view.conditions().get("if"));
    return switch (keyword) {
      case "not" -> new Aim.Keeps(said.value());
      case "then" ->
          new Aim.All(
              List.of(new Aim.Keeps(condition.orElseThrow()), new Aim.Breaks(said.value())));
      case "else" ->
          new Aim.All(
              List.of(new Aim.Breaks(condition.orElseThrow()), new Aim.Breaks(said.value())));
      default -> new Aim.Breaks(view.schema());
    };
  }

  private static void counts(Spot spot, Findings findings) {
    count(spot, findings, "minContains", SchemaView::minContains);
    count(spot, findings, "maxContains", SchemaView::maxContains);
  }

  private static void count(
      Spot spot, Findings findings, String keyword, Function<SchemaView, Optional<Long>> size) {
    Function<SchemaView, Optional<Long>> used =
        view -> view.contains().flatMap(ignored -> size.apply(view));
    Optional<Joined.Said<Long>> before = spot.before().first(used);
    Optional<Joined.Said<Long>> after = spot.after().first(used);
    if (before.map(Joined.Said::value).equals(after.map(Joined.Said::value))) {
      return;
    }
    Edit.Change change =
        before.isEmpty()
            ? Edit.Change.SET
            : after.isEmpty()
                ? Edit.Change.UNSET
                : before.get().value() < after.get().value()
                    ? Edit.Change.INCREASED
                    : Edit.Change.DECREASED;
    Optional<Aim> aim =
        spot.receiver()
            .first(SchemaView::contains)
            .map(said -> new Aim.Breaks(said.part().view().schema()));
    findings.add(spot, spot.edit(keyword, "", change, number(before), number(after)), aim);
  }

  private static Optional<Joined.Said<JsonValue>> number(Optional<Joined.Said<Long>> said) {
    return said.map(each -> new Joined.Said<>(JsonNumber.of(each.value()), each.part()));
  }

  private static void needs(Spot spot, Findings findings) {
    Map<String, Joined.Said<List<String>>> before = needs(spot.before());
    Map<String, Joined.Said<List<String>>> after = needs(spot.after());
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Optional<Joined.Said<List<String>>> was = Optional.ofNullable(before.get(name));
      Optional<Joined.Said<List<String>>> is = Optional.ofNullable(after.get(name));
      Set<String> gone = new HashSet<>(was.map(Joined.Said::value).orElse(List.of()));
      Set<String> come = new HashSet<>(is.map(Joined.Said::value).orElse(List.of()));
      if (!gone.equals(come)) {
        Edit.Change change =
            was.isEmpty()
                ? Edit.Change.ADDED
                : is.isEmpty() ? Edit.Change.REMOVED : Edit.Change.CHANGED;
        findings.add(
            spot,
            spot.edit("dependentRequired", name, change, list(was), list(is)),
            spot.way().receiver(was, is).map(said -> lacking(name, said.value())));
      }
    }
  }

  private static Map<String, Joined.Said<List<String>>> needs(Joined joined) {
    Map<String, Joined.Said<List<String>>> all = new LinkedHashMap<>();
    for (Joined.Part part : joined.parts()) {
      part.view()
          .dependentRequired()
          .forEach((name, wanted) -> all.putIfAbsent(name, new Joined.Said<>(wanted, part)));
    }
    return all;
  }

  private static Aim lacking(String name, List<String> wanted) {
    return new Aim.All(
        List.of(
            new Aim.Member(name, Aims.ANYTHING),
            new Aim.Any(wanted.stream().<Aim>map(Aim.Lacks::new).toList())));
  }

  private static Optional<Joined.Said<JsonValue>> list(Optional<Joined.Said<List<String>>> said) {
    return said.map(
        each ->
            new Joined.Said<>(
                new JsonArray(each.value().stream().<JsonValue>map(JsonString::new).toList()),
                each.part()));
  }

  private void dependents(Spot spot, Findings findings) {
    Map<String, List<Schema>> before = spot.before().named(SchemaView::dependentSchemas);
    Map<String, List<Schema>> after = spot.after().named(SchemaView::dependentSchemas);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      List<Schema> was = before.getOrDefault(name, List.of());
      List<Schema> is = after.getOrDefault(name, List.of());
      if (representatives(was).equals(representatives(is))) {
        continue;
      }
      Edit.Change change =
          was.isEmpty()
              ? Edit.Change.ADDED
              : is.isEmpty() ? Edit.Change.REMOVED : Edit.Change.CHANGED;
      List<Schema> received = spot.way().receiver(was, is);
      Optional<Aim> aim =
          received.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Aim.All(
                      List.of(new Aim.Member(name, Aims.ANYTHING), Aims.breaksOne(received))));
      findings.add(
          spot,
          spot.edit(
              "dependentSchemas",
              name,
              change,
              dependent(spot.before(), name),
              dependent(spot.after(), name)),
          aim);
    }
  }

  private List<Schema> representatives(List<Schema> schemas) {
    return schemas.stream().map(likeness::representative).toList();
  }

  private static Optional<Joined.Said<JsonValue>> dependent(Joined joined, String name) {
    return joined.parts().stream()
        .filter(part -> part.view().dependentSchemas().containsKey(name))
        .findFirst()
        .map(
            part ->
                new Joined.Said<>(
                    Objects.requireNonNull(part.view().dependentSchemas().get(name))
                        .node()
                        .toJson(),
                    part));
  }
}
