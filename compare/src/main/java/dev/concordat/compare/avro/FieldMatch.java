package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroField;
import dev.concordat.contracts.avro.AvroType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which field of the writer's record is which of the reader's.
///
/// @param missing the reader's that neither the writer has nor a default
/// @param twice the reader's that two of the writer's are, by aliases
record FieldMatch(
    AvroDefinition.Structure writer,
    AvroDefinition.Structure reader,
    List<Action.Taken> taken,
    List<AvroField> dropped,
    List<AvroField> added,
    List<AvroField> missing,
    List<AvroField> twice) {

  /// The match of two records; nothing for other types.
  static Optional<FieldMatch> of(SchemaPair schemas, ReaderAliases aliases, Pair pair) {
    return pair.writer() instanceof AvroType.Named written
            && pair.reader() instanceof AvroType.Named read
            && schemas.writer().definition(written).orElse(null)
                instanceof AvroDefinition.Structure from
            && schemas.reader().definition(read).orElse(null) instanceof AvroDefinition.Structure to
        ? Optional.of(match(from, to, aliases))
        : Optional.empty();
  }

  private static FieldMatch match(
      AvroDefinition.Structure writer, AvroDefinition.Structure reader, ReaderAliases aliases) {
    var read = new FieldIndex(reader);
    String record = aliases.typeName(writer.fullName());
    Map<String, AvroField> sources = new HashMap<>();
    var taken = new ArrayList<Action.Taken>();
    var dropped = new ArrayList<AvroField>();
    var twice = new ArrayList<AvroField>();
    for (AvroField field : writer.fields()) {
      Optional<AvroField> target = read.named(aliases.fieldName(record, field.name()));
      if (target.isEmpty()) {
        dropped.add(field);
      } else if (sources.putIfAbsent(target.get().name(), field) == null) {
        taken.add(new Action.Taken(field, target.get()));
      } else {
        twice.add(target.get());
      }
    }
    var added = new ArrayList<AvroField>();
    var missing = new ArrayList<AvroField>();
    Set<String> found = new HashSet<>(sources.keySet());
    for (AvroField field : reader.fields()) {
      if (!found.contains(field.name())) {
        (field.defaultValue().isPresent() ? added : missing).add(field);
      }
    }
    return new FieldMatch(writer, reader, taken, dropped, added, missing, twice);
  }
}
