package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.contracts.avro.LogicalType;
import java.util.Optional;

/// What types mean beyond themselves.
final class Logicals {
  private Logicals() {}

  static Optional<LogicalType> of(AvroSchema schema, AvroType type) {
    return switch (type) {
      case AvroType.Primitive primitive -> primitive.logical();
      case AvroType.Named named ->
          schema.definition(named).orElse(null) instanceof AvroDefinition.Fixed fixed
              ? fixed.logical()
              : Optional.empty();
      case AvroType.Items ignored -> Optional.empty();
      case AvroType.Values ignored -> Optional.empty();
      case AvroType.Union ignored -> Optional.empty();
      case AvroType.Unreadable ignored -> Optional.empty();
    };
  }
}
