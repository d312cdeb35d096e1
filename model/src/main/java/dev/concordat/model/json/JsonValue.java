package dev.concordat.model.json;

/// A JSON value (RFC 8259). Numbers keep their digits as written, so `10.10` is not `10.1` when shown, and
/// `9007199254740993` survives. Values are immutable; Its text form is compact JSON text.
public sealed interface JsonValue
    permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

  /// The JSON type name as JSON Schema spells it: `null`, `boolean`, `number`, `string`, `array`, `object`.
  String type();
}
