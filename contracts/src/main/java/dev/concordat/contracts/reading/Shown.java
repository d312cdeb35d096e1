package dev.concordat.contracts.reading;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonString;

/// Values as messages show them.
public final class Shown {
  private static final int MAX_CHARACTERS = 60;

  private Shown() {}

  /// A scalar as it is written, of anything larger what it is.
  public static String node(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.value() instanceof JsonString(String text) -> text(text);
      case ScalarNode scalar -> scalar.value().toString();
      case ArrayNode ignored -> "a list";
      case ObjectNode ignored -> "an object";
    };
  }

  /// A text in quotes, cut where it is long.
  public static String text(String text) {
    String start = text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    return new JsonString(start).toString();
  }
}
