package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.acceptance.Acceptances;
import dev.concordat.compare.consumer.Consumers;
import dev.concordat.contracts.tree.ProblemTexts;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.run.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Compares what a person named: opens both sides, reads them, pairs their contracts, compares each pair, and holds the
/// differences against what is accepted.
final class Comparing {
  private final ComparisonRequest request;
  private final Surroundings surroundings;
  private final Phases phases;
  private final Collected collected;

  Comparing(ComparisonRequest request, Surroundings surroundings, Phases phases) {
    this.request = request;
    this.surroundings = surroundings;
    this.phases = phases;
    this.collected = new Collected(request.counting());
  }

  /// The whole, read top-down.
  ///
  /// @throws IOException if a temporary folder cannot be removed
  Told run() throws IOException, InterruptedException {
    long startedAt = System.nanoTime();
    try (SideOpener opener = new SideOpener(surroundings.workingFolder(), surroundings.in())) {
      List<Side> lefts = open(opener, request.lefts());
      List<Side> rights = open(opener, request.rights());
      List<Side> consumers = open(opener, request.consumers());
      List<ComparedPair> judged = List.of();
      if (!collected.hasTroubles()) {
        compare(lefts, rights, consumers);
        judged = accepted(rights.getFirst());
      }
      return told(judged, Duration.ofNanos(System.nanoTime() - startedAt));
    }
  }

  private List<Side> open(SideOpener opener, List<String> words) {
    List<Side> sides = new ArrayList<>();
    for (String word : words) {
      phases.enter("reading " + word);
      switch (opener.open(word)) {
        case SideOpener.Opened.Here(Side side) -> sides.add(side);
        case SideOpener.Opened.Refused(Trouble trouble) -> collected.trouble(trouble);
      }
    }
    return sides;
  }

  private void compare(List<Side> lefts, List<Side> rights, List<Side> consumers)
      throws InterruptedException {
    List<Side> all =
        withOneRoot(Stream.of(lefts, rights, consumers).flatMap(List::stream).toList());
    List<SideContracts> read = SideContracts.read(all, request.references());
    int others = lefts.size() + rights.size();
    List<SideContracts> left = read.subList(0, lefts.size());
    List<SideContracts> right = read.subList(lefts.size(), others);
    switch (request.question()) {
      case DIFF -> {
        Consumers known =
            new KnownConsumers(surroundings.workingFolder())
                .of(read.subList(others, read.size()), collected, request.policies());
        Comparer comparer = comparer(right.getFirst().side());
        var diffing = new Diffing(request, comparer, collected, phases, known);
        left.forEach(old -> diffing.diff(old, right.getFirst()));
      }
      case AGREE ->
          new Agreeing(new Comparer(request.policies()), collected, phases).agree(left, right);
    }
    if (collected.isEmpty()) {
      collected.trouble(
          String.join(", ", request.lefts()) + " → " + String.join(", ", request.rights()),
          "there are no contracts that can be compared",
          Kinds.sentence(request.question()));
    }
  }

  /// Files that lie here are all named from one folder, so that a name means one file.
  private static List<Side> withOneRoot(List<Side> sides) {
    Path root = Path.of("");
    boolean isNone = true;
    for (Side side : sides) {
      if (side.revision().isEmpty()
          && (isNone || side.root().getNameCount() < root.getNameCount())) {
        root = side.root();
        isNone = false;
      }
    }
    Path common = root;
    return sides.stream()
        .map(side -> side.revision().isEmpty() ? side.within(common) : side)
        .toList();
  }

  /// Names that other tools have are looked for where a report shows them or something goes by them: levels, or a list of
  /// what is accepted.
  private Comparer comparer(Side right) {
    boolean isNamed =
        request.showsNamesOfTools()
            || !(request.counting() instanceof Counting.ByImpact)
            || acceptedList().isThere(right);
    return isNamed
        ? new Comparer(request.policies())
        : Comparer.withoutNamesOfTools(request.policies());
  }

  private AcceptedList acceptedList() {
    return new AcceptedList(surroundings.workingFolder(), request.ignoreFile());
  }

  private List<ComparedPair> accepted(Side right) {
    Acceptances acceptances = acceptedList().of(right, collected);
    Acceptances.Applied applied = acceptances.apply(collected.pairs(), surroundings.today());
    var texts = new ProblemTexts(surroundings.workingFolder());
    applied
        .problems()
        .forEach(
            problem -> {
              collected.problem(problem);
              collected.say(texts.of(problem).stripTrailing());
            });
    return applied.pairs();
  }

  private Told told(List<ComparedPair> judged, Duration duration) {
    var report =
        new ComparisonReport(
            request.question(),
            String.join(", ", request.lefts()),
            String.join(", ", request.rights()),
            request.counting(),
            judged,
            collected.problems(),
            collected.troubles(),
            collected.notes(),
            duration);
    return new Told(report, collected.sayings(), collected.sources());
  }
}
