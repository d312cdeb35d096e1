package dev.concordat.compare.need;

import dev.concordat.compare.need.Example.Step;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Ways down into values.
final class Steps {
  private Steps() {}

  /// The JSON Pointer of a place, array indices as `*`.
  static String pointer(List<Step> steps) {
    var out = new StringBuilder();
    for (Step step : steps) {
      out.append('/')
          .append(
              switch (step) {
                case Step.Member(String name) -> Pointers.escape(name);
                case Step.Item ignored -> "*";
              });
    }
    return out.toString();
  }

  /// The JSON Pointer of the very place.
  static String exactly(List<Step> steps) {
    var out = new StringBuilder();
    for (Step step : steps) {
      out.append('/')
          .append(
              switch (step) {
                case Step.Member(String name) -> Pointers.escape(name);
                case Step.Item(int index) -> Integer.toString(index);
              });
    }
    return out.toString();
  }

  /// A schema of the values that have such a value at the place wherever what is around it is there. The first item stands
  /// for all.
  static JsonValue wherever(List<Step> steps, JsonValue inner) {
    JsonValue schema = inner;
    for (int i = steps.size() - 1; i >= 0; i--) {
      boolean isLast = i == steps.size() - 1;
      schema =
          switch (steps.get(i)) {
            case Step.Member(String name) -> member(name, schema, isLast);
            case Step.Item ignored -> JsonObject.EMPTY.with("items", schema);
          };
    }
    return schema;
  }

  private static JsonValue member(String name, JsonValue schema, boolean isNeeded) {
    JsonObject written = JsonObject.EMPTY.with("properties", new JsonObject(Map.of(name, schema)));
    return isNeeded ? written.with("required", JsonArray.of(new JsonString(name))) : written;
  }

  /// A schema of the values that have such a value at the place.
  static JsonValue around(List<Step> steps, JsonValue inner) {
    JsonValue schema = inner;
    for (int i = steps.size() - 1; i >= 0; i--) {
      schema =
          switch (steps.get(i)) {
            case Step.Member(String name) ->
                Terms.object(Map.of(name, schema), List.of(name), Terms.ANY);
            case Step.Item(int index) -> {
              List<JsonValue> items = new ArrayList<>(Collections.nCopies(index, Terms.ANY));
              items.add(schema);
              yield Terms.list(items, Terms.ANY).with("minItems", Terms.number(index + 1));
            }
          };
    }
    return schema;
  }
}
