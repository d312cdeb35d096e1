package dev.concordat.fidelity.shape;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.scalar.Scalars;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Tells two JSON values apart by what was done to the first on its way to be the second.
public final class JsonComparison {
  private final Changes changes;
  private final ObjectComparison objects;
  private final ArrayComparison arrays;

  private JsonComparison(Changes changes) {
    this.changes = changes;
    this.objects = new ObjectComparison(this, changes);
    this.arrays = new ArrayComparison(this, changes);
  }

  /// What happened to the value; nothing if both are the same, written alike but for the order of members.
  ///
  /// @param part the part of the message that the value is
  public static List<Change> compare(Part part, JsonValue sent, JsonValue received) {
    var changes = new Changes(part);
    new JsonComparison(changes).compare("", sent, received);
    return changes.all();
  }

  void compare(String at, JsonValue sent, JsonValue received) {
    if (changes.isFull() || sent.equals(received)) {
      return;
    }
    if (sent instanceof JsonObject from && received instanceof JsonObject to) {
      objects.compare(at, from, to);
    } else if (sent instanceof JsonArray from && received instanceof JsonArray to) {
      arrays.compare(at, from.items(), to.items());
    } else if (isNull(sent) || isNull(received) || !(isContainer(sent) || isContainer(received))) {
      changes.add(at, scalar(sent, received), sent, received);
    } else {
      reshaped(at, sent, received);
    }
  }

  private static Optional<Alteration> scalar(JsonValue sent, JsonValue received) {
    return Scalars.alteration(sent, received);
  }

  private void reshaped(String at, JsonValue sent, JsonValue received) {
    if (isWrittenTwice(sent, received) || isWrittenTwice(received, sent)) {
      changes.add(at, Alteration.DOUBLE_ENCODED, sent, received);
    } else if (isListOf(sent, received) || isListOf(received, sent)) {
      changes.add(at, Alteration.UNWRAPPED, sent, received);
    } else if (Scalars.isEmpty(sent) && Scalars.isEmpty(received)) {
      changes.add(at, Alteration.ABSENCE_CHANGED, sent, received);
    } else if (isContainer(sent) && isContainer(received)) {
      changes.add(at, Alteration.RESHAPED, sent, received);
    } else {
      changes.add(at, Alteration.TYPE_CHANGED, sent, received);
    }
  }

  /// Whether one is text that holds the other.
  private static boolean isWrittenTwice(JsonValue value, JsonValue text) {
    return isContainer(value) && parsed(text).filter(inner -> same(value, inner)).isPresent();
  }

  /// Whether one is a list that holds the other and nothing else.
  private static boolean isListOf(JsonValue list, JsonValue item) {
    return list instanceof JsonArray(var items)
        && items.size() == 1
        && same(items.getFirst(), item);
  }

  /// Whether nothing happened that is worth a word; a number in text counts as its number here, since who unwraps a list
  /// often loses types as well.
  static boolean same(JsonValue sent, JsonValue received) {
    return compare(Part.BODY, sent, received).stream().allMatch(JsonComparison::isMinor);
  }

  private static boolean isMinor(Change change) {
    return change.isHarmless() || change.alteration() == Alteration.TYPE_CHANGED;
  }

  private static Optional<JsonValue> parsed(JsonValue value) {
    return value instanceof JsonString(String text)
        ? JsonParser.parse(text).value()
        : Optional.empty();
  }

  private static boolean isContainer(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private static boolean isNull(JsonValue value) {
    return value == JsonNull.NULL;
  }
}
