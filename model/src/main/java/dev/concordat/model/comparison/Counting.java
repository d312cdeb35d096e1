package dev.concordat.model.comparison;

import dev.concordat.model.finding.AgreeRules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What makes a comparison not hold.
public sealed interface Counting {
  /// What does not hold by itself: {@link Impact#isFinding}.
  Counting DEFAULT =
      new ByImpact(
          Arrays.stream(Impact.values()).filter(Impact::isFinding).collect(Collectors.toSet()));

  /// Whether the comparison does not hold because of a difference, as long as nobody accepts it.
  boolean counts(Difference difference);

  /// What a difference does to messages, as it was proved or shown.
  record ByImpact(Set<Impact> impacts) implements Counting {
    public ByImpact {
      impacts = Set.copyOf(impacts);
    }

    @Override
    public boolean counts(Difference difference) {
      return impacts.contains(difference.impact());
    }
  }

  /// How bad another tool calls it. What that tool has no name for does not count, but for sentences that were not read and
  /// contracts that are gone, for of those nothing is known that could be named.
  ///
  /// @param tool as aliases have it: `oasdiff`
  /// @param levels those that count, the worst first
  record ByLevels(String tool, List<String> levels) implements Counting {
    public ByLevels {
      levels = List.copyOf(levels);
    }

    @Override
    public boolean counts(Difference difference) {
      boolean isBeyondNames =
          difference.rule().equals(AgreeRules.NOT_COMPARED)
              || difference.rule().equals(AgreeRules.CONTRACT_REMOVED);
      return (isBeyondNames && difference.impact().isFinding()) || level(difference).isPresent();
    }

    /// The worst of the counted levels that the tool's names for a difference have.
    public Optional<String> level(Difference difference) {
      return difference.aliases().stream()
          .filter(alias -> alias.tool().equals(tool))
          .flatMap(alias -> Arrays.stream(alias.level().split(",")))
          .filter(levels::contains)
          .min(Comparator.comparingInt(levels::indexOf));
    }
  }
}
