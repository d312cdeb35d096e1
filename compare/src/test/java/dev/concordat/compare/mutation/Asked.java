package dev.concordat.compare.mutation;

import dev.concordat.compare.metamorphic.Workshop;
import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the comparison says of a pair, beside what is known.
final class Asked {
  private Asked() {}

  /// What is wrong with it; empty when it says what is known.
  static Optional<String> complaint(Pair pair, Workshop workshop) throws IOException {
    Contract before = workshop.written("before", pair.before(), false);
    Contract after = workshop.written("after", pair.after(), false);
    ContractComparison said = Workshop.compare(before, after);
    boolean isRight =
        switch (pair.known()) {
          case BREAKS -> said.differences().stream().anyMatch(Asked::isShown);
          case FLAGGED -> said.differences().stream().anyMatch(Asked::isFlagged);
          case SAFE -> said.differences().stream().noneMatch(Asked::isFlagged);
        };
    return isRight
        ? Optional.empty()
        : Optional.of(
            "%s (%s) at %s\n      said: %s"
                .formatted(
                    pair.operator(),
                    pair.known(),
                    pair.where(),
                    said.differences().stream()
                        .map(Asked::words)
                        .collect(Collectors.joining("; "))));
  }

  private static boolean isShown(Difference difference) {
    return difference.impact() == Impact.BREAKS
        && difference.evidence() instanceof Evidence.Witnessed;
  }

  private static boolean isFlagged(Difference difference) {
    return difference.impact().isFinding() || difference.impact() == Impact.RISKY;
  }

  private static String words(Difference difference) {
    String evidence =
        switch (difference.evidence()) {
          case Evidence.Proved ignored -> "proved";
          case Evidence.Witnessed ignored -> "witness";
          case Evidence.Undecided(String reason, var tried) -> "undecided: " + reason;
          case Evidence.Stated ignored -> "stated";
        };
    return "%s %s %s%s (%s): %s"
        .formatted(
            difference.impact(),
            difference.rule().id(),
            difference.position().text(),
            difference.pointer(),
            evidence,
            difference.message());
  }
}
