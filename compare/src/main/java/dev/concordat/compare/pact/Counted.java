package dev.concordat.compare.pact;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import java.util.List;

/// Counts interactions by the worst that was found about them.
final class Counted {
  private Tally tally = Tally.NONE;

  /// One interaction.
  List<Difference> add(List<Difference> found) {
    boolean breaks = found.stream().anyMatch(one -> one.impact() == Impact.BREAKS);
    boolean isOpen = found.stream().anyMatch(one -> one.impact() == Impact.UNKNOWN);
    tally =
        tally.plus(new Tally(breaks || isOpen ? 0 : 1, breaks ? 1 : 0, isOpen && !breaks ? 1 : 0));
    return found;
  }

  Tally tally() {
    return tally;
  }
}
