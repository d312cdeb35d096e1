package dev.concordat.cli.comparison;

import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.VersionAdvice;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was found so far. Not thread-safe.
final class Collected {
  private final Counting counting;
  private final List<ComparedPair> pairs = new ArrayList<>();
  private final List<PairSource> sources = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<String> sayings = new ArrayList<>();
  private final Map<String, Integer> passedOver = new TreeMap<>();

  /// @param counting what is a finding
  Collected(Counting counting) {
    this.counting = counting;
  }

  /// Adds a pair that was compared.
  void add(
      ContractComparison comparison,
      Optional<VersionAdvice> version,
      Side left,
      Side right,
      PairSource source) {
    ContractComparison named =
        new ContractComparison(
            named(comparison.left(), left),
            named(comparison.right(), right),
            comparison.differences(),
            comparison.tally(),
            comparison.problems());
    List<Judged> judged =
        named.differences().stream()
            .map(each -> new Judged(each, counting.counts(each), Optional.empty()))
            .toList();
    pairs.add(new ComparedPair(named, left.origin(), right.origin(), judged, version));
    sources.add(source);
  }

  private static Subject named(Subject subject, Side side) {
    return new Subject(
        subject.role(),
        side.origin().named(subject.file()),
        subject.kind(),
        subject.title(),
        subject.version());
  }

  /// Whether a contract was read to its end; if not, tells why, because what it says further is not known.
  boolean isWhole(Side side, ReadContract read) {
    if (!read.isCut()) {
      return true;
    }
    var places = new ProblemPlaces(side);
    for (Problem problem : read.contract().problems()) {
      Problem renamed = places.renamed(problem);
      if (problem.isError() && !problems.contains(renamed)) {
        problems.add(renamed);
        sayings.add(places.text(problem));
      }
    }
    return false;
  }

  void trouble(Trouble trouble) {
    troubles.add(trouble);
  }

  void trouble(String subject, String message, String fix) {
    trouble(new Trouble(Trouble.Kind.INPUT, subject, message, fix, List.of()));
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /// What a person should see beside the report: a problem with its line.
  void say(String text) {
    sayings.add(text);
  }

  /// Notes a contract of a folder whose kind cannot be compared.
  void passOver(Contract contract) {
    passedOver.merge(contract.kind().label(), 1, Integer::sum);
  }

  boolean isEmpty() {
    return pairs.isEmpty() && problems.isEmpty() && troubles.isEmpty();
  }

  boolean hasTroubles() {
    return !troubles.isEmpty();
  }

  List<ComparedPair> pairs() {
    return pairs;
  }

  List<PairSource> sources() {
    return sources;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Trouble> troubles() {
    return troubles;
  }

  List<String> sayings() {
    return sayings;
  }

  List<String> notes() {
    return passedOver.isEmpty()
        ? List.of()
        : List.of(
            "not compared, because their kinds cannot be: "
                + passedOver.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", ")));
  }
}
