package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the items of arrays must be.
final class ArrayKeywords {
  private ArrayKeywords() {}

  static Optional<Keyword> prefixItems(KeywordSource source) {
    return source.schemas().map(Prefix::new);
  }

  /// `items`: a schema for all, for those after `prefixItems`, or before 2020-12 an array for the first ones.
  static Optional<Keyword> items(KeywordSource source) {
    boolean isPrefix =
        source.value() instanceof ArrayNode
            && !source.dialect().hasPrefixItems()
            && !source.dialect().isOldOpenApi();
    if (isPrefix) {
      return source.schemas().map(Prefix::new);
    }
    int from = source.dialect().hasPrefixItems() ? prefixLength(source, "prefixItems") : 0;
    return source.schemaValue().map(schema -> new Rest(schema, from));
  }

  static Optional<Keyword> additionalItems(KeywordSource source) {
    return source.sibling("items").orElse(source.value()) instanceof ArrayNode first
        ? source.schemaValue().map(schema -> new Rest(schema, first.items().size()))
        : Optional.empty();
  }

  private static int prefixLength(KeywordSource source, String name) {
    return source.sibling(name).orElse(source.value()) instanceof ArrayNode first
        ? first.items().size()
        : 0;
  }

  static Optional<Keyword> uniqueItems(KeywordSource source) {
    return Names.isTrue(source.object(), "uniqueItems")
        ? Optional.of(new Unique())
        : Optional.empty();
  }

  private record Prefix(List<Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonArray(List<JsonValue> items))) {
        return true;
      }
      boolean holds = true;
      for (int i = 0; i < Math.min(schemas.size(), items.size()); i++) {
        holds &= check.item(schemas.get(i), i, items.get(i));
        if (!holds && !check.reports()) {
          return false;
        }
        if (marks != null) {
          marks.add(i);
        }
      }
      return holds;
    }
  }

  private record Rest(Schema schema, int from) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      if (!(value instanceof JsonArray(List<JsonValue> items))) {
        return true;
      }
      boolean holds = true;
      for (int i = from; i < items.size(); i++) {
        holds &= check.item(schema, i, items.get(i));
        if (!holds && !check.reports()) {
          return false;
        }
      }
      if (marks != null) {
        marks.addAll();
      }
      return holds;
    }
  }

  private record Unique() implements Assertion {
    /// Up to this many items are compared with one another; more are hashed.
    private static final int MAX_PAIRWISE = 6;

    @Override
    public boolean holds(JsonValue value) {
      return !(value instanceof JsonArray(List<JsonValue> items))
          || (items.size() <= MAX_PAIRWISE ? areDistinct(items) : twins(items).isEmpty());
    }

    private static boolean areDistinct(List<JsonValue> items) {
      for (int i = 1; i < items.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (JsonEquality.same(items.get(i), items.get(j))) {
            return false;
          }
        }
      }
      return true;
    }

    /// The positions of the first item that came before, first its earlier one; empty if there is none.
    private static List<Integer> twins(List<JsonValue> items) {
      Map<Object, Integer> seen = HashMap.newHashMap(items.size());
      for (int i = 0; i < items.size(); i++) {
        Integer twin = seen.putIfAbsent(JsonEquality.key(items.get(i)), i);
        if (twin != null) {
          return List.of(twin, i);
        }
      }
      return List.of();
    }

    @Override
    public void explain(JsonValue value, Check check) {
      if (value instanceof JsonArray(List<JsonValue> items)) {
        List<Integer> twins = twins(items);
        check.fails(
            "uniqueItems",
            value,
            Violations.shown(items.get(twins.getLast()))
                + " stands at ["
                + twins.getFirst()
                + "] and at ["
                + twins.getLast()
                + "], the contract wants no item twice",
            "no item twice");
      }
    }
  }
}
