package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Small data of a schema.
public final class AvroSamples {
  private AvroSamples() {}

  /// The smallest datum; nothing where none is small enough.
  public static Optional<WitnessMessage.Encoded> least(AvroSchema schema) {
    var resolution = new Resolution(new SchemaPair(schema, schema));
    return Datum.along(resolution, new Sizes(resolution), Path.ROOT, Optional.empty())
        .flatMap(value -> encoded(schema, value));
  }

  private static Optional<WitnessMessage.Encoded> encoded(AvroSchema schema, JsonValue value) {
    return AvroBinary.encode(schema, value)
        .bytes()
        .map(bytes -> new WitnessMessage.Encoded(bytes, Meant.of(schema, value), JsonNull.NULL));
  }
}
