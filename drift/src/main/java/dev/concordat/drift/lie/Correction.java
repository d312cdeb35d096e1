package dev.concordat.drift.lie;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// What puts a lie right, where that is certain.
public sealed interface Correction {
  /// Another status.
  record Status(int status) implements Correction {}

  /// A header with this value.
  record SetHeader(String name, String value) implements Correction {}

  /// No such header.
  record RemoveHeader(String name) implements Correction {}

  /// A value in the body, made anew where it is absent; `*` in the pointer is every item.
  record SetValue(String pointer, JsonValue value) implements Correction {}

  /// No such member in the body; `*` in the pointer is every item.
  record RemoveValue(String pointer) implements Correction {}

  /// Another body as a whole.
  record Body(Bytes body) implements Correction {}

  /// A person has to decide.
  ///
  /// @param why in words for people
  record Undecided(String why) implements Correction {}

  /// All of these, or none: the same lie in several items.
  record Several(List<Correction> all) implements Correction {
    public Several {
      all = List.copyOf(all);
    }
  }
}
