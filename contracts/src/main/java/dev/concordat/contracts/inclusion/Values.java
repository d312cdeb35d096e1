package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Values in a normal form in which equal values (JSON Schema 2020-12, section 4.2.2) are equal records: 1, 1.0 and 1e0
/// are one number.
final class Values {
  private Values() {}

  /// A copy in the same order, for the JDK's own shuffle: the same question must always have the same answer.
  static <T> Set<T> inOrder(Collection<T> elements) {
    return Ordered.of(elements);
  }

  static JsonValue normal(JsonValue value) {
    return switch (value) {
      case JsonNumber number when number.isTame() -> number(number.decimal());
      case JsonArray array -> new JsonArray(array.items().stream().map(Values::normal).toList());
      case JsonObject object -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, normal(member)));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }

  static JsonNumber number(BigDecimal value) {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return JsonNumber.of(bare.scale() < 0 && bare.scale() > -20 ? bare.setScale(0) : bare);
  }
}
