package dev.concordat.standin.wiremock.path;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The functions that may end a path.
final class Functions {
  static final Set<String> NAMES =
      Set.of(
          "length", "size", "min", "max", "avg", "sum", "stddev", "keys", "concat", "append",
          "first", "last", "index");

  private Functions() {}

  static Optional<JsonValue> call(
      Step.Call call, JsonValue of, Function<Operand, Optional<JsonValue>> value) {
    List<JsonValue> arguments =
        call.arguments().stream().flatMap(argument -> value.apply(argument).stream()).toList();
    List<JsonValue> items = of instanceof JsonArray(List<JsonValue> all) ? all : List.of();
    return switch (call.name()) {
      case "length", "size" -> size(of).map(JsonNumber::of);
      case "keys" ->
          of instanceof JsonObject object
              ? Optional.of(
                  new JsonArray(
                      object.members().keySet().stream().<JsonValue>map(JsonString::new).toList()))
              : Optional.empty();
      case "first" -> items.stream().findFirst();
      case "last" -> items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
      case "index" -> indexed(items, arguments);
      case "append" -> {
        var longer = new ArrayList<>(items);
        longer.addAll(arguments);
        yield Optional.of(new JsonArray(longer));
      }
      case "concat" -> Optional.of(new JsonString(concatenated(items, arguments)));
      default -> computed(call.name(), numbers(items, arguments));
    };
  }

  static Optional<Integer> size(JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) -> Optional.of(items.size());
      case JsonObject object -> Optional.of(object.size());
      case JsonString(String text) -> Optional.of(text.length());
      default -> Optional.empty();
    };
  }

  private static Optional<JsonValue> indexed(List<JsonValue> items, List<JsonValue> arguments) {
    if (!arguments.isEmpty()
        && arguments.getFirst() instanceof JsonNumber number
        && number.isTame()) {
      int index = number.decimal().intValue();
      int at = index < 0 ? items.size() + index : index;
      return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static String concatenated(List<JsonValue> items, List<JsonValue> arguments) {
    var text = new StringBuilder();
    Stream.concat(items.stream(), arguments.stream())
        .forEach(part -> text.append(part instanceof JsonString(String plain) ? plain : part));
    return text.toString();
  }

  private static List<Double> numbers(List<JsonValue> items, List<JsonValue> arguments) {
    return Stream.concat(items.stream(), arguments.stream())
        .filter(JsonNumber.class::isInstance)
        .map(JsonNumber.class::cast)
        .filter(JsonNumber::isTame)
        .map(number -> number.decimal().doubleValue())
        .toList();
  }

  private static Optional<JsonValue> computed(String name, List<Double> numbers) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    var statistics = numbers.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    double result =
        switch (name) {
          case "min" -> statistics.getMin();
          case "max" -> statistics.getMax();
          case "avg" -> statistics.getAverage();
          case "sum" -> statistics.getSum();
          default -> deviation(numbers, statistics.getAverage());
        };
    return Double.isFinite(result)
        ? Optional.of(JsonNumber.of(BigDecimal.valueOf(result)))
        : Optional.empty();
  }

  private static double deviation(List<Double> numbers, double average) {
    double squares = 0;
    for (double number : numbers) {
      squares += (number - average) * (number - average);
    }
    return Math.sqrt(squares / numbers.size());
  }
}
