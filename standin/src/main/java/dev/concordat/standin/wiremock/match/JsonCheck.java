package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PatternEngine;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `equalToJson`, with the placeholders of JsonUnit: `${json-unit.any-string}`, `${json-unit.regex}[a-z]+`, ….
record JsonCheck(ValuePattern.Json pattern) implements ValueCheck {
  private static final String PREFIX = "${json-unit.";
  private static final String REGEX = "${json-unit.regex}";
  private static final SafePatterns PATTERNS = new SafePatterns();

  @Override
  public boolean accepts(Subject subject) {
    return subject.json().filter(actual -> same(pattern.expected(), actual)).isPresent();
  }

  @Override
  public double distance(Subject subject) {
    Optional<JsonValue> actual = subject.json();
    if (actual.isEmpty()) {
      return 1;
    }
    if (same(pattern.expected(), actual.get())) {
      return 0;
    }
    int all = Math.max(size(pattern.expected()), size(actual.get()));
    return Math.min(1, (double) differences(pattern.expected(), actual.get()) / Math.max(1, all));
  }

  private boolean same(JsonValue expected, JsonValue actual) {
    return switch (expected) {
      case JsonString(String text) when text.startsWith(PREFIX) -> isMeant(text, actual);
      case JsonObject object -> actual instanceof JsonObject other && sameMembers(object, other);
      case JsonArray(List<JsonValue> items) ->
          actual instanceof JsonArray(List<JsonValue> others) && sameItems(items, others);
      case JsonNumber number -> actual instanceof JsonNumber other && number.sameValue(other);
      default -> expected.equals(actual);
    };
  }

  private static boolean isMeant(String placeholder, JsonValue actual) {
    if (placeholder.startsWith(REGEX)) {
      return actual instanceof JsonString(String text)
          && PATTERNS.match(placeholder.substring(REGEX.length()), text)
              == PatternEngine.Answer.MATCHES;
    }
    return switch (placeholder) {
      case "${json-unit.ignore}", "${json-unit.ignore-element}" -> true;
      case "${json-unit.any-string}" -> actual instanceof JsonString;
      case "${json-unit.any-number}" -> actual instanceof JsonNumber;
      case "${json-unit.any-boolean}" -> actual instanceof JsonBoolean;
      default -> actual.equals(new JsonString(placeholder));
    };
  }

  private boolean sameMembers(JsonObject expected, JsonObject actual) {
    for (Map.Entry<String, JsonValue> member : expected.members().entrySet()) {
      Optional<JsonValue> other = actual.member(member.getKey());
      boolean isSame =
          other.isPresent()
              ? same(member.getValue(), other.get())
              : member.getValue().equals(new JsonString("${json-unit.ignore-element}"));
      if (!isSame) {
        return false;
      }
    }
    return pattern.ignoresExtra()
        || expected.members().keySet().containsAll(actual.members().keySet());
  }

  private boolean sameItems(List<JsonValue> expected, List<JsonValue> actual) {
    if (expected.size() > actual.size()
        || (expected.size() < actual.size() && !pattern.ignoresExtra())) {
      return false;
    }
    if (pattern.ignoresOrder()) {
      return new Pairing(expected, actual).isPossible();
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!same(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Finds for each expected item one of its own: augmenting paths (Kuhn), since placeholders fit more than one.
  private final class Pairing {
    private final List<JsonValue> expected;
    private final List<JsonValue> actual;
    private final int[] takenBy;

    Pairing(List<JsonValue> expected, List<JsonValue> actual) {
      this.expected = expected;
      this.actual = actual;
      this.takenBy = new int[actual.size()];
      Arrays.fill(takenBy, -1);
    }

    boolean isPossible() {
      for (int i = 0; i < expected.size(); i++) {
        if (!place(i, new HashSet<>())) {
          return false;
        }
      }
      return true;
    }

    private boolean place(int item, Set<Integer> tried) {
      for (int j = 0; j < actual.size(); j++) {
        if (!tried.contains(j) && same(expected.get(item), actual.get(j))) {
          tried.add(j);
          if (takenBy[j] < 0 || place(takenBy[j], tried)) {
            takenBy[j] = item;
            return true;
          }
        }
      }
      return false;
    }
  }

  private int differences(JsonValue expected, JsonValue actual) {
    if (same(expected, actual)) {
      return 0;
    }
    if (expected instanceof JsonObject one && actual instanceof JsonObject other) {
      int count = 0;
      for (Map.Entry<String, JsonValue> member : one.members().entrySet()) {
        Optional<JsonValue> twin = other.member(member.getKey());
        count +=
            twin.isPresent() ? differences(member.getValue(), twin.get()) : size(member.getValue());
      }
      return count + Math.max(0, other.size() - one.size());
    }
    if (expected instanceof JsonArray(var one) && actual instanceof JsonArray(var other)) {
      int count = Math.abs(one.size() - other.size());
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        count += differences(one.get(i), other.get(i));
      }
      return Math.max(1, count);
    }
    return Math.max(1, size(expected));
  }

  private static int size(JsonValue value) {
    return switch (value) {
      case JsonObject object -> object.members().values().stream().mapToInt(JsonCheck::size).sum();
      case JsonArray(List<JsonValue> items) -> items.stream().mapToInt(JsonCheck::size).sum();
      default -> 1;
    };
  }
}
