package dev.concordat.contracts.meaning;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A way to change a document.
///
/// @param apply whether there was something to change
record Operator(String name, Predicate<Tree> apply) {
  @Override
  public String toString() {
    return name;
  }

  static JsonValue text(String text) {
    return new JsonString(text);
  }

  static JsonValue number(long number) {
    return JsonNumber.of(number);
  }

  static JsonValue flag(boolean flag) {
    return new JsonBoolean(flag);
  }

  /// Changes one of the objects.
  static boolean one(
      Tree tree, List<Map<String, Object>> objects, Predicate<Map<String, Object>> change) {
    List<Map<String, Object>> shuffled = new ArrayList<>(objects);
    java.util.Collections.shuffle(shuffled, tree.random);
    return shuffled.stream().anyMatch(change);
  }

  /// Changes all of the objects that can be.
  static boolean all(List<Map<String, Object>> objects, Predicate<Map<String, Object>> change) {
    boolean isChanged = false;
    for (Map<String, Object> object : objects) {
      isChanged |= change.test(object);
    }
    return isChanged;
  }

  static boolean put(Map<String, Object> object, String name, Object value) {
    return !value.equals(object.put(name, value));
  }

  static boolean rename(Map<String, Object> object, String from, String to) {
    Optional<Object> value = Optional.ofNullable(object.remove(from));
    value.ifPresent(each -> object.put(to, each));
    return value.isPresent();
  }
}
