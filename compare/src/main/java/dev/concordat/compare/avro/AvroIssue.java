package dev.concordat.compare.avro;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One thing that a reader of Avro makes of a writer's data and that should be known.
///
/// @param pointer where in the writer's data, unions not counted: `/items/*/sku`
/// @param writer the writer's sentence
/// @param reader the reader's sentence
/// @param isOfData whether data shows it; otherwise only generated code or defaults differ
/// @param aliases what Avro's library calls it; none for what the library takes for compatible
public record AvroIssue(
    Rule rule,
    Impact impact,
    Evidence evidence,
    String pointer,
    String message,
    Sentence writer,
    Sentence reader,
    boolean isOfData,
    List<Alias> aliases) {
  public AvroIssue {
    aliases = List.copyOf(aliases);
  }

  /// The same as a difference of two contracts.
  ///
  /// @param isWrittenByLeft whether the old contract's, or the consumer's, is the writer
  public Difference difference(Position position, boolean isWrittenByLeft) {
    return new Difference(
        rule,
        impact,
        evidence,
        position,
        pointer,
        message,
        Optional.of(isWrittenByLeft ? writer : reader),
        Optional.of(isWrittenByLeft ? reader : writer),
        aliases,
        List.of());
  }
}
