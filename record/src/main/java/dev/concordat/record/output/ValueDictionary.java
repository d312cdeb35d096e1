package dev.concordat.record.output;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Field;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.settling.Described;
import dev.concordat.record.settling.Settled;
import dev.concordat.record.shape.TextForm;
import dev.concordat.record.shape.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of parameters with which requests succeeded, by operation and name (`getOrder.orderId`): what
/// `concordat conform --values` takes.
final class ValueDictionary {
  private static final int MAX_VALUES = 5;

  private ValueDictionary() {}

  static JsonObject of(Settled settled) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (Described described : settled.operations()) {
      for (int at : described.parameterPositions()) {
        Segment segment = described.operation().segments().get(at);
        if (segment != null) {
          put(values, described, described.parameterName(at), segment.accepted());
        }
      }
      for (Map.Entry<String, Field> field :
          described.operation().accepted().query().byName().entrySet()) {
        put(values, described, field.getKey(), field.getValue().texts());
      }
    }
    return new JsonObject(values);
  }

  private static void put(
      Map<String, JsonValue> values, Described described, String name, Texts texts) {
    boolean areNumbers = texts.isAll(TextForm.INTEGER) || texts.isAll(TextForm.DECIMAL);
    List<JsonValue> seen =
        texts.values().byFrequency().stream()
            .limit(MAX_VALUES)
            .map(text -> value(text, areNumbers))
            .flatMap(Optional::stream)
            .toList();
    if (!seen.isEmpty()) {
      values.put(described.id() + "." + name, new JsonArray(seen));
    }
  }

  private static Optional<JsonValue> value(String text, boolean isNumber) {
    return Optional.of(isNumber ? new JsonNumber(text) : new JsonString(text));
  }
}
