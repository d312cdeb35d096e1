package dev.concordat.model.comparison;

import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import dev.concordat.model.run.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Everything that one call of `diff` or `agree` says; every format of it is written from here.
///
/// @param question which of the two was asked
/// @param left the old side or the consumers', as the user named it
/// @param right the new side or the provider's, as the user named it
/// @param counting what makes it not hold
/// @param problems what is wrong with the list of accepted differences, and with contracts that could not be compared
/// @param troubles what could not be compared at all
/// @param notes what a reader must know beside
public record ComparisonReport(
    Question question,
    String left,
    String right,
    Counting counting,
    List<ComparedPair> pairs,
    List<Problem> problems,
    List<Trouble> troubles,
    List<String> notes,
    Duration duration) {
  /// What a comparison asks.
  public enum Question {
    /// What does the change break?
    DIFF,
    /// Do the consumer and the provider fit?
    AGREE
  }

  public ComparisonReport {
    pairs = List.copyOf(pairs);
    problems = List.copyOf(problems);
    troubles = List.copyOf(troubles);
    notes = List.copyOf(notes);
  }

  /// The one place where a comparison becomes an exit code.
  public Verdict verdict() {
    if (problems.stream().anyMatch(Problem::isError)) {
      return Verdict.BAD_INPUT;
    }
    return troubles.stream()
        .map(trouble -> Verdict.of(trouble.kind()))
        .min(Verdict::compareTo)
        .orElse(pairs.stream().allMatch(ComparedPair::holds) ? Verdict.HOLDS : Verdict.FINDINGS);
  }

  /// Whether a message is refused or misread, or a promise is broken, and nobody accepts it; by levels, whether one counts.
  public boolean isBreaking() {
    return judged()
        .filter(each -> each.acceptance().isEmpty())
        .anyMatch(
            each ->
                switch (counting) {
                  case Counting.ByImpact ignored -> isBroken(each.difference().impact());
                  case Counting.ByLevels ignored -> each.isFinding();
                });
  }

  private static boolean isBroken(Impact impact) {
    return switch (impact) {
      case BREAKS, MISREAD, POLICY -> true;
      case UNKNOWN, RISKY, MEANING, CLIENT_CODE, SAFE -> false;
    };
  }

  /// The differences of all pairs.
  public Stream<Judged> judged() {
    return pairs.stream().flatMap(pair -> pair.differences().stream());
  }

  /// The positions of all pairs.
  public Tally tally() {
    return pairs.stream().map(pair -> pair.comparison().tally()).reduce(Tally.NONE, Tally::plus);
  }
}
