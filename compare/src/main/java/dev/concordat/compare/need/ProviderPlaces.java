package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Step;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the sentences of a provider's schema that speak of a place in a value.
final class ProviderPlaces {
  /// Alternatives of one place that are looked at.
  private static final int MAX_SCHEMAS = 200;

  private ProviderPlaces() {}

  /// The schemas for the deepest place on the way that the schema speaks of.
  ///
  /// @param depth how many of the steps were gone
  record Found(List<Schema> schemas, int depth) {}

  static Found find(Schema root, List<Step> steps) {
    List<Schema> at = withParts(List.of(root));
    int depth = 0;
    for (Step step : steps) {
      List<Schema> next = new ArrayList<>();
      for (Schema schema : at) {
        next.addAll(below(schema.view(), step));
      }
      if (next.isEmpty()) {
        break;
      }
      at = withParts(next);
      depth++;
    }
    return new Found(at, depth);
  }

  /// The sentence of the deepest place that the schema speaks of.
  static Sentence sentence(Schema root, List<Step> steps) {
    Schema schema = find(root, steps).schemas().getFirst();
    return new Sentence(schema.place(), schema.node().sourceLine());
  }

  /// Whether the schema names what stands at the place; a map's schema for all its members does.
  static boolean isDeclared(Schema root, List<Step> steps) {
    return find(root, steps).depth() == steps.size();
  }

  /// Whether the place is an object whose schema is not put together from others and leaves other members open.
  static boolean isPlainObject(Schema root, List<Step> steps) {
    Found found = find(root, steps);
    SchemaView view = found.schemas().getFirst().view();
    return found.depth() == steps.size()
        && view.types().contains(JsonType.OBJECT)
        && view.oneOf().isEmpty()
        && view.anyOf().isEmpty()
        && view.allOf().isEmpty()
        && view.additionalProperties().filter(schema -> !schema.allowsAll()).isEmpty();
  }

  /// Why a value cannot stand at the place, as a validator says.
  static Optional<Violation> objection(Schema root, List<Step> steps, JsonValue value) {
    Found found = find(root, steps);
    if (found.depth() < steps.size()) {
      return Optional.empty();
    }
    return found.schemas().stream()
        .flatMap(schema -> schema.validate(value).stream())
        .filter(violation -> !violation.keyword().equals("required"))
        .findFirst();
  }

  /// The names of members that a schema speaks of.
  static Set<String> names(Schema schema) {
    Set<String> names = new LinkedHashSet<>();
    withParts(List.of(schema)).forEach(part -> names.addAll(part.view().properties().keySet()));
    return names;
  }

  private static List<Schema> below(SchemaView view, Step step) {
    return switch (step) {
      case Step.Member(String name) -> {
        Schema named = view.properties().get(name);
        if (named != null) {
          yield List.of(named);
        }
        yield view.additionalProperties()
            .filter(schema -> !schema.allowsAll() && !schema.allowsNothing())
            .map(List::of)
            .orElse(List.of());
      }
      case Step.Item(int index) ->
          index < view.prefixItems().size()
              ? List.of(view.prefixItems().get(index))
              : view.items().map(List::of).orElse(List.of());
    };
  }

  /// The schemas and those that they are put together from.
  private static List<Schema> withParts(List<Schema> schemas) {
    Set<Schema> all = new LinkedHashSet<>();
    List<Schema> open = new ArrayList<>(schemas);
    while (!open.isEmpty() && all.size() < MAX_SCHEMAS) {
      SchemaView view = open.removeFirst().view();
      if (all.add(view.schema())) {
        open.addAll(view.allOf());
        open.addAll(view.oneOf());
        open.addAll(view.anyOf());
        view.conditions().forEach((name, part) -> open.add(part));
      }
    }
    return List.copyOf(all);
  }
}
