package dev.concordat.cli.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import java.util.List;

/// What came of a comparison.
///
/// @param sayings what a person should see beside the report: problems with their lines
/// @param sources where the contracts of each pair came from, in the order of the report's pairs
record Told(ComparisonReport report, List<String> sayings, List<PairSource> sources) {
  Told {
    sayings = List.copyOf(sayings);
    sources = List.copyOf(sources);
  }
}
