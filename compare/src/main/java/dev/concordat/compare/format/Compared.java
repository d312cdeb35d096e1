package dev.concordat.compare.format;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Tally;
import java.util.List;

/// What a format's own comparison found.
///
/// @param differences in the order of the documents
public record Compared(List<Difference> differences, Tally tally) {
  /// Nothing was there to compare.
  public static final Compared NOTHING = new Compared(List.of(), Tally.NONE);

  public Compared {
    differences = List.copyOf(differences);
  }
}
