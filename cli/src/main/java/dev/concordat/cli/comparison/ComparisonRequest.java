package dev.concordat.cli.comparison;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Counting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person asks for.
///
/// @param lefts the old contract, or the consumers'; several old ones are the history of what is stored
/// @param rights the new contract, or the providers'
/// @param consumers contracts of known consumers, for whom a change is judged one by one
/// @param isStrict whether a break counts although no known consumer meets it
/// @param counting what is a finding
/// @param ignoreFile the list of accepted differences; where absent it is looked for
/// @param hasVersionAdvice whether the next version is asked for
/// @param showsNamesOfTools whether what is told of a difference holds its names in other tools
public record ComparisonRequest(
    Question question,
    List<String> lefts,
    List<String> rights,
    List<String> consumers,
    boolean isStrict,
    Policies policies,
    Counting counting,
    Optional<Path> ignoreFile,
    boolean hasVersionAdvice,
    boolean showsNamesOfTools,
    ReferencePolicy references) {
  public ComparisonRequest {
    lefts = List.copyOf(lefts);
    rights = List.copyOf(rights);
    consumers = List.copyOf(consumers);
  }
}
