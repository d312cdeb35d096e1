package dev.concordat.compare.avro;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Why Avro's own library holds that a reader cannot read a writer's data.
///
/// @param kind as the library calls it
/// @param field the reader's field that is meant, below the path; empty for the value itself
/// @param leaf the value at the path that cannot be read; absent where none can
/// @param writer the writer's sentence
/// @param reader the reader's sentence
record Incompatibility(
    Kind kind,
    Path path,
    String field,
    Optional<JsonValue> leaf,
    Clause what,
    Sentence writer,
    Sentence reader) {

  /// The names of org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType.
  enum Kind {
    NAME_MISMATCH,
    FIXED_SIZE_MISMATCH,
    MISSING_ENUM_SYMBOLS,
    READER_FIELD_MISSING_DEFAULT_VALUE,
    TYPE_MISMATCH,
    MISSING_UNION_BRANCH
  }

  Incompatibility as(Kind other) {
    return new Incompatibility(other, path, field, leaf, what, writer, reader);
  }
}
