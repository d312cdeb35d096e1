package dev.concordat.drift.observed;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.noise.ValueForm;
import dev.concordat.model.drift.NoiseKind;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where answers to the same request differ from one another, and as what: found out by asking more than once.
final class Volatility {
  private static final int MAX_PLACES = 1_000;

  private final Map<String, Varying> found = new LinkedHashMap<>();

  /// One place.
  ///
  /// @param why the values, for people
  record Varying(NoiseKind kind, String why) {}

  private Volatility() {}

  /// The places by their pointers, indices as `*`.
  static Map<String, Varying> of(List<JsonValue> answers) {
    var volatility = new Volatility();
    for (int i = 1; i < answers.size(); i++) {
      volatility.look("", "", answers.getFirst(), answers.get(i));
    }
    return volatility.found;
  }

  private void look(String pointer, String name, JsonValue one, JsonValue other) {
    if (found.size() >= MAX_PLACES || one.equals(other)) {
      return;
    }
    if (one instanceof JsonObject a && other instanceof JsonObject b) {
      a.members()
          .forEach(
              (member, value) ->
                  b.member(member)
                      .ifPresent(
                          partner ->
                              look(
                                  pointer + "/" + Pointers.escape(member),
                                  member,
                                  value,
                                  partner)));
    } else if (one instanceof JsonArray a && other instanceof JsonArray b) {
      list(pointer, a.items(), b.items());
    } else if (!(one instanceof JsonNumber a && other instanceof JsonNumber b && a.sameValue(b))) {
      found.putIfAbsent(pointer, new Varying(kind(name, one, other), why(one, other)));
    }
  }

  /// Items are held against those with the same identity; where the items are the same and stand otherwise, the order varies.
  private void list(String pointer, List<JsonValue> one, List<JsonValue> other) {
    List<JsonValue> left = new ArrayList<>(one);
    List<JsonValue> right = new ArrayList<>(other);
    boolean areSame = left.size() == right.size() && isPermutation(left, right);
    boolean isReordered = areSame || isReordered(left, right);
    if (isReordered) {
      found.putIfAbsent(
          pointer, new Varying(NoiseKind.ORDER, "asked twice: the same items in another order"));
    }
    if (areSame) {
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      JsonValue item = left.get(i);
      JsonValue partner =
          Identity.of(item)
              .flatMap(
                  id ->
                      right.stream()
                          .filter(each -> Identity.of(each).filter(id::equals).isPresent())
                          .findFirst())
              .orElse(isReordered || i >= right.size() ? item : right.get(i));
      look(pointer + "/*", "", item, partner);
    }
  }

  private static boolean isPermutation(List<JsonValue> one, List<JsonValue> other) {
    List<String> left = new ArrayList<>(one.stream().map(JsonText::compact).sorted().toList());
    return left.equals(other.stream().map(JsonText::compact).sorted().toList());
  }

  private static boolean isReordered(List<JsonValue> one, List<JsonValue> other) {
    List<JsonValue> left = one.stream().flatMap(item -> Identity.of(item).stream()).toList();
    List<JsonValue> right = other.stream().flatMap(item -> Identity.of(item).stream()).toList();
    return !left.isEmpty()
        && left.size() == right.size()
        && !left.equals(right)
        && isPermutation(left, right);
  }

  private static NoiseKind kind(String name, JsonValue one, JsonValue other) {
    return ValueForm.volatileKind(name, one, other)
        .orElse(one instanceof JsonNumber ? NoiseKind.COUNTER : NoiseKind.RANDOM_TEXT);
  }

  private static String why(JsonValue one, JsonValue other) {
    return "asked twice: " + Told.shortened(one) + ", then " + Told.shortened(other);
  }
}
