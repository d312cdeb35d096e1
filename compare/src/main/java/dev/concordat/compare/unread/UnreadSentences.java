package dev.concordat.compare.unread;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The errors of reading that make a comparison undecided: a sentence which could not be read is never taken for one that says
/// nothing.
///
/// @param left those of the left contract
/// @param right those of the right one
public record UnreadSentences(List<Problem> left, List<Problem> right) {
  /// Warnings that leave out what the sentence asks for: a credential of a scheme that says too little would else be none.
  private static final Set<String> WITHOUT_A_MEANING =
      Set.of("contract/bad-security-scheme", "contract/unknown-security-scheme");

  public UnreadSentences {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// What makes two problems of two versions the same one.
  private record Key(String rule, String pointer, String message) {
    static Key of(Problem problem) {
      // Messages name the file, and the versions may have different ones.
      String message = problem.message().replace(problem.place().file(), "");
      return new Key(problem.rule(), problem.place().pointer(), message);
    }
  }

  /// Those of a consumer and a provider: all errors.
  public static UnreadSentences ofTwo(List<Problem> consumer, List<Problem> provider) {
    return new UnreadSentences(errors(consumer, Set.of()), errors(provider, Set.of()));
  }

  /// Those of two versions of one contract: an error that stands in both says nothing about the change.
  public static UnreadSentences ofVersions(List<Problem> before, List<Problem> after) {
    return new UnreadSentences(errors(before, keys(after)), errors(after, keys(before)));
  }

  private static List<Problem> errors(List<Problem> problems, Set<Key> known) {
    return problems.stream()
        .filter(problem -> problem.isError() || WITHOUT_A_MEANING.contains(problem.rule()))
        .filter(problem -> !known.contains(Key.of(problem)))
        .distinct()
        .toList();
  }

  private static Set<Key> keys(List<Problem> problems) {
    Set<Key> keys = new HashSet<>();
    problems.forEach(problem -> keys.add(Key.of(problem)));
    return keys;
  }

  /// The comparison with an undecided difference for each of them.
  public ContractComparison addedTo(ContractComparison comparison) {
    if (left.isEmpty() && right.isEmpty()) {
      return comparison;
    }
    List<Difference> all = new ArrayList<>(comparison.differences());
    left.forEach(problem -> all.add(difference(problem, true)));
    right.forEach(problem -> all.add(difference(problem, false)));
    all.sort(Comparator.comparing(Difference::impact));
    return new ContractComparison(
        comparison.left(), comparison.right(), all, comparison.tally(), comparison.problems());
  }

  private static Difference difference(Problem problem, boolean isLeft) {
    Optional<Sentence> sentence = Optional.of(new Sentence(problem.place(), ""));
    return new Difference(
        AgreeRules.NOT_COMPARED,
        Impact.UNKNOWN,
        new Evidence.Undecided(problem.message(), List.of()),
        new Position("", Position.Part.DOCUMENT, ""),
        problem.place().pointer(),
        "the sentence could not be read (" + problem.rule() + ")",
        isLeft ? sentence : Optional.empty(),
        isLeft ? Optional.empty() : sentence,
        List.of(),
        List.of());
  }
}
