package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `const` and `enum`.
final class ValueKeywords {
  private static final int MAX_SHOWN_VALUES = 10;

  private ValueKeywords() {}

  static Optional<Keyword> constant(KeywordSource source) {
    JsonValue constant = source.value().toJson();
    return Optional.of(
        new OneOfValues("const", Set.of(JsonEquality.key(constant)), Violations.shown(constant)));
  }

  static Optional<Keyword> enumeration(KeywordSource source) {
    if (!(source.value() instanceof ArrayNode array)) {
      return source.wrong("an array of values");
    }
    Set<Object> keys = new HashSet<>();
    array.items().forEach(item -> keys.add(JsonEquality.key(item.toJson())));
    return Optional.of(
        new OneOfValues("enum", keys, (array.items().size() == 1 ? "" : "one of ") + shown(array)));
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

  private record OneOfValues(String keyword, Set<Object> keys, String wanted) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      return keys.contains(JsonEquality.key(value))
          || check.fails(
              keyword,
              value,
              Violations.shown(value) + " is not allowed, the contract wants " + wanted,
              wanted);
    }
  }
}
