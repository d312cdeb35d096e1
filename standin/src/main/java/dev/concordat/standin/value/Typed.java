package dev.concordat.standin.value;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text as the JSON value that a schema wants.
public final class Typed {
  private Typed() {}

  /// The text as a string, number or boolean, whichever the schema accepts; nothing when it accepts none of them.
  public static Optional<JsonValue> of(Schema schema, String text) {
    List<JsonValue> readings = new ArrayList<>();
    readings.add(new JsonString(text));
    if (JsonNumber.isJsonNumber(text)) {
      readings.add(new JsonNumber(text));
    }
    if (text.equals("true") || text.equals("false")) {
      readings.add(JsonBoolean.of(text.equals("true")));
    }
    return readings.stream().filter(value -> schema.accepts(value, Direction.RESPONSE)).findFirst();
  }

  /// A scalar as text, as it stands in a path or a query; nothing for what is none.
  public static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber number -> Optional.of(number.digits());
      case JsonBoolean(boolean bool) -> Optional.of(Boolean.toString(bool));
      default -> Optional.empty();
    };
  }
}
