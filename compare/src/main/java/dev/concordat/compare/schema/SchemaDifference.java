package dev.concordat.compare.schema;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One thing in which two schemas differ, and what comes of it for the values of the whole position.
///
/// @param pointer where in a value, array indices as `*`, as in `/items/*/sku`; empty for the whole
/// @param verdict of this difference alone: whether values of the whole position pass that meet it
/// @param edits what was changed; several where only together they do what the verdict says, none where the place is all
///     that is known
/// @param before the sentence of the first schema; absent where it says nothing
/// @param after the sentence of the second
public record SchemaDifference(
    String pointer,
    Verdict verdict,
    List<Edit> edits,
    Optional<Sentence> before,
    Optional<Sentence> after) {
  public SchemaDifference {
    edits = List.copyOf(edits);
  }
}
