package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.model.finding.Sentence;

/// Where types stand.
final class At {
  private At() {}

  /// Of a name, where it is defined.
  static Sentence of(AvroSchema schema, AvroType type) {
    return type instanceof AvroType.Named named
        ? schema.definition(named).map(AvroDefinition::at).orElse(type.at())
        : type.at();
  }
}
