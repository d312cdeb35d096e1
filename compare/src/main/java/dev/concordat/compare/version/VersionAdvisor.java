package dev.concordat.compare.version;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.VersionAdvice;
import dev.concordat.model.comparison.VersionStep;
import java.util.Arrays;
import java.util.Optional;

/// Tells how far the version of a changed contract should go. That somebody accepts a difference does not make it smaller.
public final class VersionAdvisor {
  private VersionAdvisor() {}

  /// The advice for a pair of one contract, old and new.
  ///
  /// @param isSameMeaning whether the two contracts say the same; what only documentation changes is a patch
  /// @param isSameText whether the two are the same text
  public static VersionAdvice advise(
      ContractComparison comparison, boolean isSameMeaning, boolean isSameText) {
    Optional<Impact> worst =
        comparison.differences().stream().map(Difference::impact).min(Impact::compareTo);
    VersionStep needed =
        worst
            .map(VersionAdvisor::step)
            .orElse(
                isSameText
                    ? VersionStep.NONE
                    : isSameMeaning ? VersionStep.PATCH : VersionStep.MINOR);
    String why =
        worst
            .map(impact -> why(comparison, needed))
            .orElse(
                isSameText
                    ? "nothing changed"
                    : isSameMeaning ? "only documentation changed" : "no change breaks anything");
    String before = comparison.left().version();
    String stated = comparison.right().version();
    Optional<Version> old = Version.parse(before);
    boolean isEnough =
        old.isEmpty()
            || Version.parse(stated).map(now -> old.get().reaches(now, needed)).orElse(true);
    return new VersionAdvice(
        needed, why, before, stated, old.map(version -> version.next(needed).toString()), isEnough);
  }

  /// What breaks, may break or means something else asks for a new major version; what else changes for a new minor one.
  private static VersionStep step(Impact impact) {
    return switch (impact) {
      case BREAKS, UNKNOWN, MISREAD, MEANING -> VersionStep.MAJOR;
      case RISKY, CLIENT_CODE, POLICY, SAFE -> VersionStep.MINOR;
    };
  }

  private static String why(ContractComparison comparison, VersionStep needed) {
    var parts =
        Arrays.stream(Impact.values())
            .filter(impact -> step(impact) == needed)
            .map(impact -> counted(comparison, impact))
            .filter(text -> !text.isEmpty())
            .toList();
    return String.join(", ", parts);
  }

  private static String counted(ContractComparison comparison, Impact impact) {
    long count =
        comparison.differences().stream()
            .filter(difference -> difference.impact() == impact)
            .count();
    return count == 0 ? "" : impact.counted(count);
  }
}
