package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Breaks the sizes of lists and the uniqueness of their items.
final class BrokenLists {
  private static final int MAX_ITEMS = 2_000;

  private BrokenLists() {}

  /// What can be broken in a list.
  ///
  /// @param maker makes the item at an index
  static List<Attempt> of(Facts facts, JsonValue value, IntFunction<Optional<JsonValue>> maker) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      return List.of();
    }
    var attempts = new ArrayList<Attempt>();
    if (facts.minItems() > 0) {
      int count = facts.minItems() - 1;
      attempts.add(
          Attempt.of(
              "minItems",
              List.of(
                  new Option(
                      "with fewer than " + facts.minItems() + " items (" + count + ")",
                      new JsonArray(items.subList(0, Math.min(count, items.size())))))));
    }
    facts
        .maxItems()
        .filter(most -> most < MAX_ITEMS)
        .ifPresent(most -> attempts.add(Attempt.of("maxItems", tooMany(items, most, maker))));
    if (facts.uniqueItems()) {
      attempts.add(Attempt.of("uniqueItems", repeated(items, maker)));
    }
    return attempts;
  }

  private static List<Option> tooMany(
      List<JsonValue> items, int most, IntFunction<Optional<JsonValue>> maker) {
    var options = new ArrayList<Option>();
    String what = "with more than " + most + " items (" + (most + 1) + ")";
    var distinct = new ArrayList<>(items);
    for (int i = items.size(); i <= most; i++) {
      maker.apply(i).ifPresent(distinct::add);
    }
    options.add(new Option(what, new JsonArray(distinct)));
    if (!items.isEmpty()) {
      var same = new ArrayList<>(items);
      while (same.size() <= most) {
        same.add(items.getFirst());
      }
      options.add(new Option(what, new JsonArray(same)));
    }
    return options;
  }

  private static List<Option> repeated(
      List<JsonValue> items, IntFunction<Optional<JsonValue>> maker) {
    Optional<JsonValue> first = items.isEmpty() ? maker.apply(0) : Optional.of(items.getFirst());
    var options = new ArrayList<Option>();
    first.ifPresent(
        item -> {
          var longer = new ArrayList<>(items.isEmpty() ? List.of(item) : items);
          longer.add(item);
          options.add(new Option("with an item twice", new JsonArray(longer)));
          options.add(new Option("with an item twice", JsonArray.of(item, item)));
        });
    return options;
  }
}
