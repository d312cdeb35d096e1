package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.Schema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A change that shows in many keywords at once and is told as one: which of the others it explains.
///
/// @param listAdded types that a list of types got; a list is one type, or alternatives that are one type each
/// @param listRemoved types that it lost
/// @param moved properties that went into the alternatives of a new `oneOf`
record Transition(
    Nullability wrapping,
    boolean isOnlyNull,
    Set<String> listAdded,
    Set<String> listRemoved,
    Set<String> moved) {

  enum Nullability {
    SAME,
    NULLABLE,
    NOT_NULLABLE
  }

  /// What an explained change is about.
  enum Concern {
    TYPE,
    VALUES,
    CONSTRAINTS,
    STRUCTURE,
    EXISTENCE,
    REQUIREDNESS
  }

  static Transition of(Written before, Written after, Inclusions inclusions) {
    Set<String> was = listOfTypes(before);
    Set<String> is = listOfTypes(after);
    boolean isList = isList(before, was) || isList(after, is);
    return new Transition(
        wraps(before, after, inclusions)
            ? Nullability.NULLABLE
            : wraps(after, before, inclusions) ? Nullability.NOT_NULLABLE : Nullability.SAME,
        isOnlyNull(before, after),
        isList && !was.isEmpty() ? without(is, was) : Set.of(),
        isList && !is.isEmpty() ? without(was, is) : Set.of(),
        moved(before, after));
  }

  boolean isListOfTypes() {
    return !listAdded.isEmpty() || !listRemoved.isEmpty();
  }

  /// Whether a change is only another sight of this one.
  boolean explains(Concern concern) {
    return wrapping != Nullability.SAME
        || (concern == Concern.TYPE && (isOnlyNull || !moved.isEmpty() || isListOfTypes()))
        || (concern == Concern.STRUCTURE && (!moved.isEmpty() || isListOfTypes()));
  }

  /// Whether the second is alternatives of null and what means the same as the first.
  private static boolean wraps(Written bare, Written wrapper, Inclusions inclusions) {
    List<Schema> choices = wrapper.view().oneOf();
    if (bare.has("oneOf") || bare.has("anyOf") || bare.has("allOf") || bare.has("not")) {
      return false;
    }
    if (bare.takesNull()
        || choices.size() != 2
        || wrapper.has("type")
        || wrapper.has("properties")) {
      return false;
    }
    List<Schema> told =
        choices.stream()
            .filter(choice -> !new Written(choice).types().equals(List.of("null")))
            .toList();
    return told.size() == 1 && inclusions.equalMeaning(bare.schema(), told.getFirst());
  }

  private static boolean isOnlyNull(Written before, Written after) {
    Set<String> was = new HashSet<>(before.types());
    Set<String> is = new HashSet<>(after.types());
    boolean differs = was.remove("null") != is.remove("null");
    return differs && was.equals(is) && before.text("format").equals(after.text("format"));
  }

  private static boolean isList(Written schema, Set<String> types) {
    return !types.isEmpty() && (schema.has("oneOf") || schema.has("anyOf"));
  }

  private static Set<String> listOfTypes(Written schema) {
    for (List<Schema> choices : List.of(schema.view().oneOf(), schema.view().anyOf())) {
      if (!choices.isEmpty() && choices.stream().allMatch(Transition::isSimple)) {
        Set<String> types = new LinkedHashSet<>();
        choices.forEach(choice -> types.addAll(new Written(choice).types()));
        return types;
      }
    }
    return schema.types().size() == 1 ? Set.copyOf(schema.types()) : Set.of();
  }

  private static boolean isSimple(Schema choice) {
    var written = new Written(choice);
    return written.types().size() == 1
        && !written.has("properties")
        && !written.has("oneOf")
        && !written.has("anyOf")
        && !written.has("allOf");
  }

  private static Set<String> moved(Written before, Written after) {
    Set<String> moved = new TreeSet<>();
    if (before.has("oneOf")
        || !after.has("oneOf")
        || after.has("properties")
        || after.has("type")) {
      return moved;
    }
    Set<String> names = before.view().properties().keySet();
    for (Schema choice : after.view().oneOf()) {
      moved.addAll(new Written(choice).view().properties().keySet());
    }
    moved.retainAll(names);
    return moved;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
