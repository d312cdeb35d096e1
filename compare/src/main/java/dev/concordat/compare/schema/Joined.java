package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The schemas that a value at one place must keep together: through references, `allOf`, and what stands around one
/// schema alone. So it makes no difference how their sentences are spread over schemas.
///
/// @param roots where they were written down
/// @param parts in the order of the contract
/// @param groups of alternatives, of each of which one must hold
record Joined(List<Schema> roots, List<Part> parts, List<Group> groups) {
  /// More parts of one schema than this are not read together.
  private static final int MAX_PARTS = 500;

  /// By what a schema is made of others; the reference only where it has siblings that count.
  private static final long JOINING =
      Word.bits(
          Word.ALL_OF, Word.ANY_OF, Word.ONE_OF, Word.REF, Word.DYNAMIC_REF, Word.RECURSIVE_REF);

  private static final long TYPING = Word.bits(Word.TYPE, Word.ENUM);

  /// One schema of several.
  ///
  /// @param isNullBeside whether null is allowed whatever it says, because a schema around says `nullable`
  record Part(SchemaView view, boolean isNullBeside) {
    private boolean hasAny(long words) {
      return (view.words() & words) != 0;
    }

    private boolean allowsNull() {
      return isNullBeside
          || ((view.types().isEmpty() || view.types().contains(JsonType.NULL))
              && view.enumValues().map(values -> values.contains(JsonNull.NULL)).orElse(true)
              && view.constValue().map(JsonNull.NULL::equals).orElse(true));
    }
  }

  /// Alternatives, without one that only allows null.
  ///
  /// @param keyword `anyOf` or `oneOf`
  record Group(String keyword, Part part, List<Schema> alternatives, boolean isNullable) {
    private boolean allowsNull() {
      return isNullable
          || part.isNullBeside
          || alternatives.stream().anyMatch(each -> Joined.of(List.of(each)).isNullable());
    }
  }

  /// A sentence of one of the parts.
  record Said<T>(T value, Part part) {}

  static Joined of(List<Schema> roots) {
    var parts = new ArrayList<Part>();
    var groups = new ArrayList<Group>();
    Set<Schema> seen = new LinkedHashSet<>();
    Deque<Part> open = new ArrayDeque<>();
    for (Schema root : roots) {
      open.add(new Part(root.view(), false));
    }
    while (!open.isEmpty() && parts.size() < MAX_PARTS) {
      Part next = open.pop();
      if (seen.add(next.view.schema())) {
        var part = new Part(next.view, next.isNullBeside || next.view.allowsNullBeside());
        parts.add(part);
        // Most schemas are not made of others.
        if (part.hasAny(JOINING)) {
          var inner = new ArrayList<Part>();
          next.view.allOf().forEach(each -> inner.add(new Part(each.view(), part.isNullBeside)));
          alternatives("anyOf", next.view.anyOf(), part, inner, groups);
          alternatives("oneOf", next.view.oneOf(), part, inner, groups);
          inner.reversed().forEach(open::push);
        }
      }
    }
    return new Joined(roots, List.copyOf(parts), List.copyOf(groups));
  }

  /// Whether one of these words stands in a part; where none does, nothing is said by them.
  ///
  /// @param words as {@link Word#bits} makes them
  boolean hasAny(long words) {
    for (Part part : parts) {
      if (part.hasAny(words)) {
        return true;
      }
    }
    return false;
  }

  private static void alternatives(
      String keyword, List<Schema> all, Part part, List<Part> inner, List<Group> groups) {
    List<Schema> told = all.stream().filter(each -> !isOnlyNull(each.view())).toList();
    boolean isNullable = told.size() < all.size();
    if (told.size() == 1) {
      inner.add(new Part(told.getFirst().view(), part.isNullBeside || isNullable));
    } else if (!told.isEmpty()) {
      groups.add(new Group(keyword, part, told, isNullable));
    }
  }

  private static boolean isOnlyNull(SchemaView view) {
    return view.types().equals(Set.of(JsonType.NULL))
        || view.constValue().equals(Optional.of(JsonNull.NULL))
        || view.enumValues().equals(Optional.of(List.of(JsonNull.NULL)));
  }

  /// What is left when of a group one alternative is meant.
  Joined choosing(Group group, Schema alternative) {
    Joined chosen = of(List.of(alternative));
    var allParts = new ArrayList<Part>(parts);
    allParts.addAll(chosen.parts);
    var allGroups = new ArrayList<Group>(groups);
    allGroups.remove(group);
    allGroups.addAll(chosen.groups);
    var allRoots = new ArrayList<Schema>(roots);
    allRoots.add(alternative);
    return new Joined(allRoots, allParts, allGroups);
  }

  boolean isNothing() {
    for (Part part : parts) {
      if (part.view.schema().allowsNothing()) {
        return true;
      }
    }
    return false;
  }

  /// Everything that the parts say by one keyword.
  <T> List<Said<T>> all(Function<SchemaView, Optional<T>> keyword) {
    var said = new ArrayList<Said<T>>();
    for (Part part : parts) {
      Optional<T> value = keyword.apply(part.view);
      if (value.isPresent()) {
        said.add(new Said<>(value.get(), part));
      }
    }
    return said;
  }

  /// What the first part says that says anything.
  <T> Optional<Said<T>> first(Function<SchemaView, Optional<T>> keyword) {
    for (Part part : parts) {
      Optional<T> value = keyword.apply(part.view);
      if (value.isPresent()) {
        return Optional.of(new Said<>(value.get(), part));
      }
    }
    return Optional.empty();
  }

  boolean any(Predicate<SchemaView> flag) {
    for (Part part : parts) {
      if (flag.test(part.view)) {
        return true;
      }
    }
    return false;
  }

  /// The types that all parts allow, without null, and no `integer` beside `number`; empty if any will do.
  Optional<Set<JsonType>> types() {
    Set<JsonType> all = EnumSet.allOf(JsonType.class);
    boolean isSaid = false;
    for (Part part : parts) {
      Set<JsonType> types = part.view.types();
      if (!types.isEmpty()) {
        isSaid = true;
        Set<JsonType> wide = EnumSet.copyOf(types);
        if (wide.contains(JsonType.NUMBER)) {
          wide.add(JsonType.INTEGER);
        }
        all.retainAll(wide);
      }
    }
    all.remove(JsonType.NULL);
    if (all.contains(JsonType.NUMBER)) {
      all.remove(JsonType.INTEGER);
    }
    return isSaid ? Optional.of(all) : Optional.empty();
  }

  boolean isNullable() {
    for (Part part : parts) {
      if (!part.allowsNull()) {
        return false;
      }
    }
    return groups.stream().allMatch(Group::allowsNull);
  }

  /// Whether it says anything that keeps out values of some kinds.
  boolean isTyped() {
    return !groups.isEmpty()
        || (hasAny(TYPING)
            && any(view -> !view.types().isEmpty() || view.enumValues().isPresent()));
  }

  /// The names of members that must be there, each with who says so.
  Map<String, Part> required() {
    Map<String, Part> required = new LinkedHashMap<>();
    for (Part part : parts) {
      for (String name : part.view.required()) {
        required.putIfAbsent(name, part);
      }
    }
    return required;
  }

  Map<String, List<Schema>> properties() {
    return named(SchemaView::properties);
  }

  Map<String, List<Schema>> patternProperties() {
    return named(SchemaView::patternProperties);
  }

  Map<String, List<Schema>> named(Function<SchemaView, Map<String, Schema>> keyword) {
    Map<String, List<Schema>> named = new LinkedHashMap<>();
    for (Part part : parts) {
      keyword
          .apply(part.view)
          .forEach(
              (name, schema) -> named.computeIfAbsent(name, n -> new ArrayList<>()).add(schema));
    }
    return named;
  }

  /// Whether it says nothing of members that it does not name.
  boolean isOpen() {
    return groups.isEmpty()
        && parts.stream()
            .allMatch(
                part ->
                    part.view.additionalProperties().map(Schema::allowsAll).orElse(true)
                        && part.view.patternProperties().isEmpty()
                        && part.view.unevaluatedProperties().isEmpty()
                        && part.view.propertyNames().isEmpty()
                        && part.view.maxProperties().isEmpty()
                        && part.view.not().isEmpty()
                        && part.view.conditions().isEmpty()
                        && part.view.dependentSchemas().isEmpty()
                        && part.view.dependentRequired().isEmpty());
  }

  /// The values that all enumerations allow, without null; empty where there is none.
  Optional<List<JsonValue>> enumValues() {
    List<Said<List<JsonValue>>> said = all(SchemaView::enumValues);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    var values = new ArrayList<JsonValue>(new LinkedHashSet<>(said.getFirst().value));
    said.stream().skip(1).forEach(each -> values.retainAll(each.value));
    values.removeIf(JsonNull.NULL::equals);
    return Optional.of(values);
  }
}
