package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a schema itself says, and the schemas inside it in a fixed order. Equal when what they say themselves is equal; the
/// schemas inside are compared by whoever asks.
final class SchemaShape {
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
      shape.says.add(notes.apply(schema.view().schema()));
      shape.add(schema.view());
    }
    shape.hash = Objects.hash(shape.says, shape.children.size());
    return shape;
  }

  private void add(SchemaView view) {
    values(view);
    numbers(view);
    sizes(view);
    List<List<Schema>> joined = List.of(view.allOf(), view.anyOf(), view.oneOf());
    isBare = says.stream().allMatch(SchemaShape::isSilent);
    group("allOf", view.allOf());
    group("anyOf", view.anyOf());
    group("oneOf", view.oneOf());
    one("not", view.not());
    view.conditions().forEach((name, part) -> one(name, Optional.of(part)));
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
    long parts = joined.stream().mapToLong(List::size).sum();
    if (isBare && parts == 1 && children.size() == 1) {
      onlyPart = Optional.of(children.getFirst());
    }
  }

  private static boolean isSilent(Object said) {
    return said.equals(Optional.empty())
        || (said instanceof Boolean flag && !flag)
        || (said instanceof Collection<?> all && all.isEmpty())
        || (said instanceof Map<?, ?> map && map.isEmpty());
  }

  private void values(SchemaView view) {
    says.add(new TreeSet<>(view.types()));
    says.add(
        view.enumValues()
            .map(values -> values.stream().map(Values::normal).collect(Collectors.toSet())));
    says.add(view.constValue().map(Values::normal));
    says.add(view.readOnly());
    says.add(view.writeOnly());
    says.add(view.pattern());
    says.add(view.format().filter(format -> view.assertsFormat()));
    says.add(new TreeSet<>(view.required()));
    says.add(new TreeMap<>(view.dependentRequired()));
    says.add(view.uniqueItems());
    says.add(view.membersAtHome(Direction.REQUEST));
    says.add(view.membersAtHome(Direction.RESPONSE));
    says.add(view.discriminated());
  }

  private void numbers(SchemaView view) {
    says.add(view.minimum().map(Values::number));
    says.add(view.maximum().map(Values::number));
    says.add(view.exclusiveMinimum().map(Values::number));
    says.add(view.exclusiveMaximum().map(Values::number));
    says.add(view.multipleOf().map(Values::number));
    for (String name :
        List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
      if (view.isBeyondComputing(name)) {
        says.add(view.schema().node());
      }
    }
  }

  private void sizes(SchemaView view) {
    says.add(view.minLength().filter(min -> min > 0));
    says.add(view.maxLength());
    says.add(view.minItems().filter(min -> min > 0));
    says.add(view.maxItems());
    says.add(view.minContains());
    says.add(view.maxContains());
    says.add(view.minProperties().filter(min -> min > 0));
    says.add(view.maxProperties());
  }

  private void group(String name, List<Schema> schemas) {
    if (!schemas.isEmpty()) {
      says.add(name + schemas.size());
      children.addAll(schemas);
    }
  }

  private void one(String name, Optional<Schema> schema) {
    schema.ifPresent(each -> group(name, List.of(each)));
  }

  private void named(String name, Map<String, Schema> schemas) {
    if (!schemas.isEmpty()) {
      Map<String, Schema> sorted = new TreeMap<>(schemas);
      says.add(name + sorted.keySet());
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
