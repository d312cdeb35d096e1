package dev.concordat.contracts.avro;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Avro's binary encoding, without any header around it. Values stand in Avro's JSON encoding: values of unions are tagged
/// (`{"string": "a"}`), bytes are texts of which each character is a byte, numbers that JSON lacks are the texts `NaN`,
/// `Infinity` and `-Infinity`.
public final class AvroBinary {
  private AvroBinary() {}

  /// What bytes say.
  ///
  /// @param value absent where they break off or there is no verdict
  public record Decoded(Optional<JsonValue> value, AvroVerdict verdict) {}

  /// What came of writing a value: bytes, or why there are none.
  public record Encoded(Optional<Bytes> bytes, AvroVerdict verdict) {}

  public static Decoded decode(AvroSchema schema, byte[] bytes) {
    return decode(schema, bytes, AvroLimits.defaults());
  }

  /// Reads one value, which must take all the bytes.
  public static Decoded decode(AvroSchema schema, byte[] bytes, AvroLimits limits) {
    return new Decoding(schema, new BinaryInput(bytes), limits).readOnly();
  }

  /// Writes a value, tagged or plain; of a plain value of a union the first branch that fits is taken. A decimal may be
  /// a number.
  public static Encoded encode(AvroSchema schema, JsonValue value) {
    return Encoding.encode(schema, value, AvroLimits.defaults());
  }
}
