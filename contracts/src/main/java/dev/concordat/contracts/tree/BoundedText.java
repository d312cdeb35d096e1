package dev.concordat.contracts.tree;

import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;

/// A node written as JSON text, cut where it grows too long, so that a node that aliases repeat, or a key that holds keys
/// that hold keys, costs no more than its limit.
final class BoundedText {
  private final StringBuilder text = new StringBuilder();
  private final int maxCharacters;

  private BoundedText(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /// At most one character more than the limit, by which a cut text is told from a whole one.
  static String of(Node node, int maxCharacters) {
    var writing = new BoundedText(maxCharacters);
    writing.append(node);
    StringBuilder text = writing.text;
    return text.substring(0, Math.min(text.length(), maxCharacters + 1));
  }

  /// The text, or its start with a sign that it goes on.
  static String shown(String text, int maxCharacters) {
    return text.length() <= maxCharacters ? text : text.substring(0, maxCharacters) + "…";
  }

  private boolean isFull() {
    return text.length() > maxCharacters;
  }

  private void append(Node node) {
    if (isFull()) {
      return;
    }
    switch (node) {
      case ScalarNode scalar -> append(scalar.value());
      case ArrayNode array -> appendItems(array);
      case ObjectNode object -> appendMembers(object);
    }
  }

  private void append(JsonValue value) {
    if (value instanceof JsonString(String string)) {
      quote(string);
    } else {
      text.append(value);
    }
  }

  private void quote(String string) {
    text.append(new JsonString(string.substring(0, Math.min(string.length(), maxCharacters))));
  }

  private void appendItems(ArrayNode array) {
    text.append('[');
    String separator = "";
    for (Node item : array.items()) {
      if (isFull()) {
        return;
      }
      text.append(separator);
      append(item);
      separator = ",";
    }
    text.append(']');
  }

  private void appendMembers(ObjectNode object) {
    text.append('{');
    String separator = "";
    for (ObjectNode.Member member : object.members()) {
      if (isFull()) {
        return;
      }
      text.append(separator);
      quote(member.name());
      text.append(':');
      append(member.value());
      separator = ",";
    }
    text.append('}');
  }
}
