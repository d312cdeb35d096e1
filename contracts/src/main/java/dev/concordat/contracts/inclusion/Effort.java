package dev.concordat.contracts.inclusion;

/// How much work one question may cost. Counted in steps and not in time, so that the same question always has the same
/// answer.
///
/// @param maxSteps branches and single conditions that are looked at; a step takes some microseconds
/// @param maxDepth objects and arrays within each other
/// @param maxVariants ways to combine the alternatives beside an `unevaluatedProperties`
/// @param maxItems longest array that is built
public record Effort(int maxSteps, int maxDepth, int maxVariants, int maxItems) {
  public static Effort defaults() {
    return new Effort(200_000, 40, 64, 2_000);
  }
}
