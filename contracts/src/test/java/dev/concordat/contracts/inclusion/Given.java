package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Schemas for tests, each from a document of its own.
final class Given {
  private Given() {}

  static Schema schema(Dialect dialect, String text) {
    var documents = new Documents(Path.of("."));
    return new SchemaLoader(documents, dialect)
        .load(documents.parse("given.json", text.getBytes(StandardCharsets.UTF_8)).root());
  }

  /// A schema whose formats are notes, as {@link dev.concordat.contracts.schema.Voters} reads it.
  static Schema withFormatsAsNotes(Dialect dialect, String text) {
    var documents = new Documents(Path.of("."));
    return SchemaLoader.withFormatsAsAnnotations(documents, dialect)
        .load(documents.parse("given.json", text.getBytes(StandardCharsets.UTF_8)).root());
  }

  /// In JSON with single quotes.
  static Schema schema(String text) {
    return schema(Dialect.OPENAPI_3_1, text.replace('\'', '"'));
  }

  static Inclusion check(String sender, Reading reading, String receiver) {
    return check(sender, reading, receiver, Direction.NONE);
  }

  static Inclusion check(String sender, Reading reading, String receiver, Direction direction) {
    return new Inclusions(Effort.defaults())
        .check(schema(sender), reading, schema(receiver), direction);
  }

  /// The witness as it prints, `proved`, or why nothing is known.
  static String answer(Inclusion inclusion) {
    return switch (inclusion) {
      case Inclusion.Proved() -> "proved";
      case Inclusion.Breaks(var witness) -> witness.toString().replace('"', '\'');
      case Inclusion.Unknown(String reason, var ignored) -> "unknown: " + reason;
    };
  }
}
