package dev.concordat.conform.scenario;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Values that the contract does not name, because what it names probably exists.
final class Strange {
  private static final int MAX_TURNS = 24;
  private static final int DIGITS = 10;
  private static final int LETTERS = 26;
  private static final int STEP = 7;

  private Strange() {}

  /// The value, or one of its form that is no example, default or member of a list; nothing where there is none.
  static Optional<JsonValue> of(JsonValue made, Schema schema, int own) {
    Set<JsonValue> named = named(schema);
    if (!named.contains(made)) {
      return Optional.of(made);
    }
    if (!(made instanceof JsonString(String text)) || schema.view().enumValues().isPresent()) {
      return Optional.empty();
    }
    for (int turn = 1; turn <= MAX_TURNS; turn++) {
      JsonValue turned = new JsonString(turned(text, own * STEP + turn));
      if (!named.contains(turned) && schema.accepts(turned)) {
        return Optional.of(turned);
      }
    }
    return Optional.empty();
  }

  private static Set<JsonValue> named(Schema schema) {
    Set<JsonValue> named = new HashSet<>(schema.view().examples());
    schema.view().defaultValue().ifPresent(named::add);
    schema.view().enumValues().ifPresent(named::addAll);
    return named;
  }

  /// Every digit and letter another one of its kind; what else stands there stays.
  private static String turned(String text, int by) {
    var turned = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int shift = by + i * STEP;
      if (c >= '0' && c <= '9') {
        turned.append((char) ('0' + (c - '0' + shift) % DIGITS));
      } else if (c >= 'a' && c <= 'z') {
        turned.append((char) ('a' + (c - 'a' + shift) % LETTERS));
      } else if (c >= 'A' && c <= 'Z') {
        turned.append((char) ('A' + (c - 'A' + shift) % LETTERS));
      } else {
        turned.append(c);
      }
    }
    return turned.toString();
  }
}
