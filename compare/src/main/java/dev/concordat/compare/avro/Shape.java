package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import java.util.Locale;

/// Which of Avro's types a type is.
enum Shape {
  NULL,
  BOOLEAN,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  BYTES,
  STRING,
  ARRAY,
  MAP,
  UNION,
  RECORD,
  ENUM,
  FIXED,
  /// It could not be read, which is a problem of the contract.
  UNKNOWN;

  static Shape of(AvroSchema schema, AvroType type) {
    return switch (type) {
      case AvroType.Primitive primitive -> of(primitive.kind());
      case AvroType.Items ignored -> ARRAY;
      case AvroType.Values ignored -> MAP;
      case AvroType.Union ignored -> UNION;
      case AvroType.Unreadable ignored -> UNKNOWN;
      case AvroType.Named named ->
          switch (schema.definition(named).orElse(null)) {
            case AvroDefinition.Structure ignored -> RECORD;
            case AvroDefinition.Enumeration ignored -> ENUM;
            case AvroDefinition.Fixed ignored -> FIXED;
            case null -> UNKNOWN;
          };
    };
  }

  private static Shape of(AvroType.Kind kind) {
    return switch (kind) {
      case NULL -> NULL;
      case BOOLEAN -> BOOLEAN;
      case INT -> INT;
      case LONG -> LONG;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case BYTES -> BYTES;
      case STRING -> STRING;
    };
  }

  boolean isNamed() {
    return this == RECORD || this == ENUM || this == FIXED;
  }

  /// Whether a reader of this type takes data of another (specification, Schema Resolution).
  boolean takes(Shape written) {
    return switch (this) {
      case LONG -> written == INT;
      case FLOAT -> written == INT || written == LONG;
      case DOUBLE -> written == INT || written == LONG || written == FLOAT;
      case BYTES -> written == STRING;
      case STRING -> written == BYTES;
      case NULL, BOOLEAN, INT, ARRAY, MAP, UNION, RECORD, ENUM, FIXED, UNKNOWN -> false;
    };
  }

  /// As a schema spells it, with the name where it has one: `record shop.Order`.
  static String shown(AvroSchema schema, AvroType type) {
    Shape shape = of(schema, type);
    String word = shape.name().toLowerCase(Locale.ROOT);
    if (type instanceof AvroType.Union union) {
      return "["
          + String.join(", ", union.branches().stream().map(AvroType::branchName).toList())
          + "]";
    }
    return shape.isNamed() ? word + " " + type.branchName() : word;
  }
}
