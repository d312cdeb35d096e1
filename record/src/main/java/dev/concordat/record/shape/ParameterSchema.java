package dev.concordat.record.shape;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schema of a parameter: all its values are texts on the wire, and what they mean is told by their form.
public final class ParameterSchema {
  private static final List<TextForm> TELLING =
      List.of(TextForm.INTEGER, TextForm.UUID, TextForm.ULID, TextForm.DATE);

  private ParameterSchema() {}

  /// The schema of all these values.
  ///
  /// @param least how many samples it takes to believe that all values are numbers or truth values
  public static JsonObject of(Texts texts, int least) {
    if (texts.isAll(TextForm.INTEGER, least)) {
      return typed("integer");
    }
    long numbers =
        texts.forms().getOrDefault(TextForm.INTEGER, 0L)
            + texts.forms().getOrDefault(TextForm.DECIMAL, 0L);
    if (texts.count() >= least && numbers == texts.count()) {
      return typed("number");
    }
    if (texts.isAll(TextForm.BOOLEAN, least)) {
      return typed("boolean");
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("type", new JsonString("string"));
    TextSchema.put(schema, Shape.of(texts));
    return new JsonObject(schema);
  }

  /// A regular expression for all these values, where all have one form that the schema tells of as well.
  public static Optional<String> pattern(Texts texts) {
    return TELLING.stream()
        .filter(form -> texts.count() > 0 && texts.isAll(form))
        .map(TextForm::expression)
        .findFirst();
  }

  private static JsonObject typed(String type) {
    return JsonObject.EMPTY.with("type", new JsonString(type));
  }
}
