package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a schema itself says, and the schemas inside it in a fixed order. Equal when what they say themselves is equal; the
/// schemas inside are compared by whoever asks.
final class SchemaShape {
  private static final List<Word> BOUNDS =
      List.of(
          Word.MINIMUM,
          Word.MAXIMUM,
          Word.EXCLUSIVE_MINIMUM,
          Word.EXCLUSIVE_MAXIMUM,
          Word.MULTIPLE_OF);

  private static final long NUMBERS =
      Word.bits(
          Word.MINIMUM,
          Word.MAXIMUM,
          Word.EXCLUSIVE_MINIMUM,
          Word.EXCLUSIVE_MAXIMUM,
          Word.MULTIPLE_OF);

  private static final long SIZES =
      Word.bits(
          Word.MIN_LENGTH,
          Word.MAX_LENGTH,
          Word.MIN_ITEMS,
          Word.MAX_ITEMS,
          Word.MIN_CONTAINS,
          Word.MAX_CONTAINS,
          Word.MIN_PROPERTIES,
          Word.MAX_PROPERTIES);

  private final List<Object> says = new ArrayList<>();
  private final List<Schema> children = new ArrayList<>();
  private Optional<Schema> onlyPart = Optional.empty();

  // Nothing is said but by the schemas inside.
  private boolean isBare;
  // Asked for often; set when all is said.
  private int hash;

  private SchemaShape() {}

  static SchemaShape of(Schema schema) {
    return of(schema, ignored -> Optional.empty());
  }

  /// @param notes what else counts, by its own equality; a schema that has any is not what one inside it is
  static SchemaShape of(Schema schema, Function<Schema, Optional<?>> notes) {
    var shape = new SchemaShape();
    if (schema.allowsNothing()) {
      shape.says.add("nothing");
    } else {
      SchemaView view = schema.view();
      shape.say("notes", notes.apply(view.schema()));
      shape.add(view);
    }
    shape.hash = Objects.hash(shape.says, shape.children.size());
    return shape;
  }

  private void add(SchemaView view) {
    values(view);
    if (view.isOnlyTyped()) {
      isBare = says.isEmpty();
      return;
    }
    say("null beside", isNullBeside(view));
    members(view);
    if ((view.words() & NUMBERS) != 0) {
      numbers(view);
    }
    if ((view.words() & SIZES) != 0) {
      sizes(view);
    }
    isBare = says.isEmpty();
    int parts = view.allOf().size() + view.anyOf().size() + view.oneOf().size();
    group("allOf", view.allOf());
    group("anyOf", view.anyOf());
    group("oneOf", view.oneOf());
    one("not", view.not());
    view.conditions().forEach((name, part) -> group(name, List.of(part)));
    group("prefixItems", view.prefixItems());
    one("items", view.items());
    one("contains", view.contains());
    one("unevaluatedItems", view.unevaluatedItems());
    named("properties", view.properties());
    named("patternProperties", view.patternProperties());
    one("additionalProperties", view.additionalProperties());
    one("unevaluatedProperties", view.unevaluatedProperties());
    one("propertyNames", view.propertyNames());
    named("dependentSchemas", view.dependentSchemas());
    if (isBare && parts == 1 && children.size() == 1) {
      onlyPart = Optional.of(children.getFirst());
    }
  }

  /// Whether null is allowed that what stands beside it would refuse; otherwise the types tell all.
  private static boolean isNullBeside(SchemaView view) {
    return view.allowsNullBeside()
        && (!view.allOf().isEmpty()
            || !view.anyOf().isEmpty()
            || !view.oneOf().isEmpty()
            || view.not().isPresent()
            || !view.conditions().isEmpty()
            || view.constValue().isPresent()
            || view.enumValues().filter(values -> !values.contains(JsonNull.NULL)).isPresent());
  }

  /// Only what is said is kept: most schemas say little.
  private void say(String keyword, Optional<?> value) {
    if (value.isPresent()) {
      says.add(keyword);
      says.add(value.get());
    }
  }

  private void say(String keyword, boolean flag) {
    if (flag) {
      says.add(keyword);
    }
  }

  private void sayAll(String keyword, Collection<?> values) {
    if (!values.isEmpty()) {
      says.add(keyword);
      says.add(values);
    }
  }

  private void values(SchemaView view) {
    sayAll("type", view.types());
    say("readOnly", view.readOnly());
    say("writeOnly", view.writeOnly());
    say("format", view.format().filter(format -> view.assertsFormat()));
  }

  private void members(SchemaView view) {
    say(
        "enum",
        view.enumValues()
            .map(values -> values.stream().map(Values::normal).collect(Collectors.toSet())));
    say("const", view.constValue().map(Values::normal));
    say("pattern", view.pattern());
    if (!view.required().isEmpty()) {
      sayAll("required", Set.copyOf(view.required()));
    }
    Map<String, List<String>> dependent = view.dependentRequired();
    say("dependentRequired", dependent.isEmpty() ? Optional.empty() : Optional.of(dependent));
    say("uniqueItems", view.uniqueItems());
    sayAll("not in requests", ownAtHome(view, Direction.REQUEST));
    sayAll("not in responses", ownAtHome(view, Direction.RESPONSE));
    sayAll("discriminator", view.discriminated());
  }

  /// Its own members that do not travel. Parts of `allOf` say so of theirs themselves.
  private static Set<String> ownAtHome(SchemaView view, Direction direction) {
    Set<String> all = view.membersAtHome(direction);
    if (all.isEmpty()) {
      return all;
    }
    Set<String> names = new HashSet<>(all);
    names.retainAll(view.properties().keySet());
    return names;
  }

  private void numbers(SchemaView view) {
    say("minimum", view.minimum().map(Values::number));
    say("maximum", view.maximum().map(Values::number));
    say("exclusiveMinimum", view.exclusiveMinimum().map(Values::number));
    say("exclusiveMaximum", view.exclusiveMaximum().map(Values::number));
    say("multipleOf", view.multipleOf().map(Values::number));
    for (Word bound : BOUNDS) {
      if (view.isBeyondComputing(bound)) {
        says.add(view.schema().node());
      }
    }
  }

  private void sizes(SchemaView view) {
    say("minLength", view.minLength().filter(min -> min > 0));
    say("maxLength", view.maxLength());
    say("minItems", view.minItems().filter(min -> min > 0));
    say("maxItems", view.maxItems());
    say("minContains", view.minContains());
    say("maxContains", view.maxContains());
    say("minProperties", view.minProperties().filter(min -> min > 0));
    say("maxProperties", view.maxProperties());
  }

  private void group(String name, List<Schema> schemas) {
    if (!schemas.isEmpty()) {
      says.add(name);
      says.add(schemas.size());
      children.addAll(schemas);
    }
  }

  private void one(String name, Optional<Schema> schema) {
    if (schema.isPresent()) {
      group(name, List.of(schema.get()));
    }
  }

  private void named(String name, Map<String, Schema> schemas) {
    if (!schemas.isEmpty()) {
      Map<String, Schema> sorted = new TreeMap<>(schemas);
      says.add(name);
      says.add(List.copyOf(sorted.keySet()));
      children.addAll(sorted.values());
    }
  }

  List<Schema> children() {
    return children;
  }

  /// The schema that is all that this one consists of.
  Optional<Schema> onlyPart() {
    return onlyPart;
  }

  /// Whether these schemas are all that this one consists of.
  boolean isOnly(List<Schema> schemas) {
    return isBare && !schemas.isEmpty() && children.equals(schemas);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SchemaShape that
        && hash == that.hash
        && says.equals(that.says)
        && children.size() == that.children.size();
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
