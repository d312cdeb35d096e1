package dev.concordat.standin.wiremock.path;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows paths in one document.
final class Evaluation {
  /// Values that are looked at for one path.
  static final int MAX_VISITS = 1_000_000;

  private final JsonValue root;
  private int visits;

  Evaluation(JsonValue root) {
    this.root = root;
  }

  /// The document is not worth more.
  static final class TooCostly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooCostly() {
      super("more than " + MAX_VISITS + " values were looked at", null, false, false);
    }
  }

  List<JsonValue> follow(List<Step> steps, JsonValue from) {
    List<JsonValue> found = List.of(from);
    boolean isDefinite = true;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean isLast = i == steps.size() - 1;
      if (step instanceof Step.Call call) {
        JsonValue of = isDefinite ? firstOr(found) : new JsonArray(found);
        found = Functions.call(call, of, this::value).map(List::of).orElse(List.of());
      } else {
        var next = new ArrayList<JsonValue>();
        for (JsonValue each : found) {
          step(step, each, isLast, next);
        }
        found = next;
      }
      isDefinite &= step.isDefinite();
    }
    return found;
  }

  private static JsonValue firstOr(List<JsonValue> found) {
    return found.isEmpty() ? JsonNull.NULL : found.getFirst();
  }

  private void step(Step step, JsonValue from, boolean isLast, List<JsonValue> found) {
    if (++visits > MAX_VISITS) {
      throw new TooCostly();
    }
    switch (step) {
      case Step.Members(List<String> names) -> members(names, from, isLast, found);
      case Step.All() -> found.addAll(children(from));
      case Step.Items(List<Integer> indexes) -> {
        if (from instanceof JsonArray array) {
          indexes.forEach(index -> item(array.items(), index).ifPresent(found::add));
        }
      }
      case Step.Slice(var start, var end) -> {
        if (from instanceof JsonArray(List<JsonValue> items)) {
          int first = Math.max(0, positive(start.orElse(0), items.size()));
          int last = Math.min(items.size(), positive(end.orElse(items.size()), items.size()));
          found.addAll(items.subList(Math.min(first, items.size()), Math.max(first, last)));
        }
      }
      case Step.Matching(Filter filter) -> {
        if (from instanceof JsonArray(List<JsonValue> items)) {
          items.stream().filter(item -> holds(filter, item)).forEach(found::add);
        } else if (from instanceof JsonObject && holds(filter, from)) {
          found.add(from);
        }
      }
      case Step.Deep(Step inner) -> deep(inner, from, isLast, found);
      case Step.Call ignored -> throw new IllegalStateException("functions are called elsewhere");
    }
  }

  private static int positive(int index, int size) {
    return index < 0 ? size + index : index;
  }

  private static Optional<JsonValue> item(List<JsonValue> items, int index) {
    int at = positive(index, items.size());
    return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
  }

  /// Several names at the end of a path give an object of them.
  private static void members(
      List<String> names, JsonValue from, boolean isLast, List<JsonValue> found) {
    if (!(from instanceof JsonObject object)) {
      return;
    }
    if (names.size() == 1 || !isLast) {
      names.forEach(name -> object.member(name).ifPresent(found::add));
      return;
    }
    var some = new JsonObject.Builder();
    names.forEach(name -> object.member(name).ifPresent(value -> some.add(name, value)));
    found.add(some.build());
  }

  private static List<JsonValue> children(JsonValue from) {
    return switch (from) {
      case JsonArray(List<JsonValue> items) -> items;
      case JsonObject object -> List.copyOf(object.members().values());
      default -> List.of();
    };
  }

  private void deep(Step step, JsonValue from, boolean isLast, List<JsonValue> found) {
    if (from instanceof JsonObject || !(step instanceof Step.Matching)) {
      step(step, from, isLast, found);
    }
    for (JsonValue child : children(from)) {
      if (child instanceof JsonObject || child instanceof JsonArray) {
        deep(step, child, isLast, found);
      }
    }
  }

  private boolean holds(Filter filter, JsonValue item) {
    if (++visits > MAX_VISITS) {
      throw new TooCostly();
    }
    return switch (filter) {
      case Filter.Any(List<Filter> of) -> of.stream().anyMatch(one -> holds(one, item));
      case Filter.Every(List<Filter> of) -> of.stream().allMatch(one -> holds(one, item));
      case Filter.Not(Filter of) -> !holds(of, item);
      case Filter.Exists(Operand.At at) -> value(at, item).isPresent();
      case Filter.Compares(Operand left, String operator, Operand.Regex right) ->
          operator.equals("=~") && Comparisons.matches(value(left, item), right.pattern());
      case Filter.Compares(Operand left, String operator, Operand right) ->
          Comparisons.hold(value(left, item), operator, value(right, item));
    };
  }

  private Optional<JsonValue> value(Operand operand) {
    return value(operand, root);
  }

  private Optional<JsonValue> value(Operand operand, JsonValue item) {
    return switch (operand) {
      case Operand.Literal(JsonValue value) -> Optional.of(value);
      case Operand.Regex(String pattern) -> Optional.of(new JsonString(pattern));
      case Operand.At(JsonPathExpression path, boolean isFromRoot) ->
          path.find(root, isFromRoot ? root : item, this);
    };
  }
}
