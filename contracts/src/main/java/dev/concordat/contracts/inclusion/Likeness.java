package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.Optional;
import java.util.function.Function;

/// Tells whether schemas say the same, keyword by keyword, through references and cycles, what stands around one schema
/// alone left out. Every schema is looked at once, so that asking about all parts of two documents costs no more than
/// reading them. Not thread-safe.
public final class Likeness {
  private final Representatives representatives;

  /// @param withoutNotes who need not look at what is found here to say the same
  Likeness(Representatives withoutNotes, Function<Schema, Optional<?>> notes) {
    this.representatives = new Representatives(withoutNotes.common(), notes);
    withoutNotes.after(representatives);
  }

  public boolean isSame(Schema a, Schema b) {
    return a == b || representatives.isSame(a, b);
  }

  /// One schema for all that say the same.
  public Schema representative(Schema schema) {
    return representatives.of(schema);
  }
}
