package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// `const` and `enum`.
final class ValueKeywords {
  private static final int MAX_SHOWN_VALUES = 10;

  private ValueKeywords() {}

  static Optional<Keyword> constant(KeywordSource source) {
    JsonValue constant = source.value().toJson();
    return Optional.of(
        OneOfValues.of("const", List.of(constant), () -> Violations.shown(constant)));
  }

  static Optional<Keyword> enumeration(KeywordSource source) {
    if (!(source.value() instanceof ArrayNode array)) {
      return source.wrong("an array of values");
    }
    return Optional.of(
        OneOfValues.of(
            "enum",
            array.items().stream().map(Node::toJson).toList(),
            () -> (array.items().size() == 1 ? "" : "one of ") + shown(array)));
  }

  private static String shown(ArrayNode array) {
    String some =
        array.items().stream()
            .limit(MAX_SHOWN_VALUES)
            .map(Node::toJson)
            .map(Violations::shown)
            .collect(Collectors.joining(", "));
    return array.items().size() > MAX_SHOWN_VALUES ? some + ", …" : some;
  }

  /// @param texts the strings among the values, which most of them are
  /// @param wanted the values for messages, which most schemas never make
  /// @param keys the others, each by its {@link JsonEquality#key}
  private record OneOfValues(
      String keyword, Set<String> texts, Set<Object> keys, Supplier<String> wanted)
      implements Assertion {
    static OneOfValues of(String keyword, List<JsonValue> values, Supplier<String> wanted) {
      Set<String> texts = new HashSet<>();
      Set<Object> keys = new HashSet<>();
      for (JsonValue value : values) {
        if (value instanceof JsonString(String text)) {
          texts.add(text);
        } else {
          keys.add(JsonEquality.key(value));
        }
      }
      return new OneOfValues(keyword, texts, keys, wanted);
    }

    @Override
    public boolean holds(JsonValue value) {
      return value instanceof JsonString(String text)
          ? texts.contains(text)
          : !keys.isEmpty() && keys.contains(JsonEquality.key(value));
    }

    @Override
    public void explain(JsonValue value, Check check) {
      check.fails(
          keyword,
          value,
          Violations.shown(value) + " is not allowed, the contract wants " + wanted.get(),
          wanted.get());
    }
  }
}
