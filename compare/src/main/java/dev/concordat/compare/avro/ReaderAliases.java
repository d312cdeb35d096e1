package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a reader calls the names that writers may have used: all aliases of its types and fields. As Avro's library does
/// it, the aliases of a field count only in records that bear the name of the field's record, or an alias of it.
final class ReaderAliases {
  private final AvroSchema schema;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Map<String, String>> fields = new HashMap<>();

  private ReaderAliases(AvroSchema schema) {
    this.schema = schema;
  }

  static ReaderAliases of(AvroSchema schema) {
    var aliases = new ReaderAliases(schema);
    aliases.collect();
    return aliases;
  }

  /// The reader's name for a type of the writer; the same where no alias says otherwise.
  String typeName(String written) {
    return types.getOrDefault(written, written);
  }

  /// The reader's name for a field of the writer.
  ///
  /// @param record the reader's name for the field's record
  String fieldName(String record, String written) {
    return fields.getOrDefault(record, Map.of()).getOrDefault(written, written);
  }

  private void collect() {
    Deque<AvroType> waiting = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    waiting.add(schema.root());
    while (!waiting.isEmpty()) {
      switch (waiting.removeLast()) {
        case AvroType.Items array -> waiting.add(array.items());
        case AvroType.Values map -> waiting.add(map.values());
        case AvroType.Union union -> waiting.addAll(union.branches());
        case AvroType.Named named -> {
          if (seen.add(named.fullName())) {
            schema.definition(named).ifPresent(definition -> collect(definition, waiting));
          }
        }
        case AvroType.Primitive ignored -> {}
        case AvroType.Unreadable ignored -> {}
      }
    }
  }

  private void collect(AvroDefinition definition, Deque<AvroType> waiting) {
    definition.aliases().forEach(alias -> types.put(alias, definition.fullName()));
    if (definition instanceof AvroDefinition.Structure structure) {
      for (AvroField field : structure.fields()) {
        waiting.add(field.type());
        for (String alias : field.aliases()) {
          fields
              .computeIfAbsent(structure.fullName(), ignored -> new HashMap<>())
              .put(alias, field.name());
        }
      }
      Map<String, String> own = fields.get(structure.fullName());
      if (own != null) {
        structure.aliases().forEach(alias -> fields.put(alias, own));
      }
    }
  }
}
