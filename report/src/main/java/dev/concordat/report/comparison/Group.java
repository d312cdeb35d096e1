package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Differences that one edit makes at many positions, such as an edit of a schema that many operations use. They are told
/// once, with the other positions beside.
///
/// @param main the first in the order of the documents
/// @param others the rest
record Group(ComparedPair pair, Judged main, List<Judged> others) {
  /// What differences of one edit have in common.
  private record Key(
      int pair,
      String rule,
      Impact impact,
      boolean isCounted,
      Optional<Place> before,
      Optional<Place> after,
      String member) {}

  /// All differences in groups, those of the worst impact first.
  static List<Group> of(ComparisonReport report) {
    Map<Key, List<Judged>> byKey = new LinkedHashMap<>();
    for (int number = 0; number < report.pairs().size(); number++) {
      int alone = 0;
      for (Judged judged : report.pairs().get(number).differences()) {
        Key key = key(number, judged);
        if (key.before().isEmpty() && key.after().isEmpty()) {
          key = withMember(key, "alone " + alone++);
        }
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(judged);
      }
    }
    List<Group> groups = new ArrayList<>();
    byKey.forEach(
        (key, all) ->
            groups.add(
                new Group(
                    report.pairs().get(key.pair()), all.getFirst(), all.subList(1, all.size()))));
    groups.sort(Group::inOrder);
    return groups;
  }

  private static int inOrder(Group a, Group b) {
    return a.difference().impact().compareTo(b.difference().impact());
  }

  private static Key key(int pair, Judged judged) {
    Difference difference = judged.difference();
    return new Key(
        pair,
        difference.rule().id(),
        difference.impact(),
        judged.counts(),
        difference.before().map(Sentence::place),
        difference.after().map(Sentence::place),
        difference.pointer().substring(difference.pointer().lastIndexOf('/') + 1));
  }

  private static Key withMember(Key key, String member) {
    return new Key(
        key.pair(), key.rule(), key.impact(), key.isCounted(), key.before(), key.after(), member);
  }

  /// Whether it is told where only what matters is: safe changes are not, unless another tool's level makes them count.
  boolean isTold() {
    return main.counts() || difference().impact() != Impact.SAFE;
  }

  Difference difference() {
    return main.difference();
  }

  int size() {
    return 1 + others.size();
  }

  /// The positions at which it shows as well, each once.
  List<String> otherPositions() {
    Set<String> positions = new LinkedHashSet<>();
    addPositions(positions, difference());
    for (Judged other : others) {
      positions.add(other.difference().position().text());
      addPositions(positions, other.difference());
    }
    positions.remove(difference().position().text());
    return List.copyOf(positions);
  }

  private static void addPositions(Set<String> positions, Difference difference) {
    difference.also().forEach(occurrence -> positions.add(occurrence.position().text()));
  }

  /// Where it is looked for first: the new sentence, or else the old one.
  Optional<Sentence> sentence() {
    return difference().after().or(() -> difference().before());
  }
}
