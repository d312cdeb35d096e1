package dev.concordat.standin.view;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.Typed;

/// An order of values: numbers by size, everything else by its text, what has none last.
final class Order {
  private Order() {}

  static int compare(JsonValue one, JsonValue other) {
    if (one instanceof JsonNumber a && other instanceof JsonNumber b && a.isTame() && b.isTame()) {
      return a.decimal().compareTo(b.decimal());
    }
    var a = Typed.text(one);
    var b = Typed.text(other);
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return a.get().compareTo(b.get());
  }
}
