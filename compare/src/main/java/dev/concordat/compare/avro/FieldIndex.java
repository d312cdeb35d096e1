package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a record by their names.
final class FieldIndex {
  private final Map<String, AvroField> byName = new HashMap<>();

  FieldIndex(AvroDefinition.Structure structure) {
    structure.fields().forEach(field -> byName.putIfAbsent(field.name(), field));
  }

  Optional<AvroField> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The writer's fields that a field of the reader may be: its namesake, and those that its aliases name.
  List<AvroField> sources(AvroField read) {
    var sources = new ArrayList<AvroField>();
    named(read.name()).ifPresent(sources::add);
    read.aliases().forEach(alias -> named(alias).ifPresent(sources::add));
    return sources;
  }
}
