package dev.concordat.contracts.inclusion;

/// How much work one question may cost. Counted in steps before it is counted in time, so that the same question has the
/// same answer wherever it is asked; time is for what a step cannot foresee.
///
/// @param maxSteps branches and single conditions that are looked at; a step takes some microseconds
/// @param maxDepth objects and arrays within each other
/// @param maxVariants ways to combine the alternatives beside an `unevaluatedProperties`
/// @param maxItems longest array that is built
/// @param maxCpuMillis processor time in milliseconds, looked at now and then
public record Effort(int maxSteps, int maxDepth, int maxVariants, int maxItems, long maxCpuMillis) {
  public static Effort defaults() {
    return new Effort(200_000, 40, 64, 2_000, 2_000);
  }
}
