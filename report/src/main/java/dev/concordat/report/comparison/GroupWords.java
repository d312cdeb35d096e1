package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import dev.concordat.report.terminal.Style;
import java.util.List;
import java.util.Optional;

/// A group of differences in the words that every format for machines shares.
final class GroupWords {
  private static final int WIDTH = 120;

  private GroupWords() {}

  /// `agree/body-refused: POST /orders · request body application/json /items/*/sku`.
  static String title(Group group) {
    Difference difference = group.difference();
    String pointer = difference.pointer().isEmpty() ? "" : " " + difference.pointer();
    return difference.rule().id() + ": " + difference.position().text() + pointer;
  }

  /// How bad it is for who reads the format: what counts is an error, what breaks nobody for sure a warning.
  static String level(Group group) {
    return group.main().counts()
        ? "error"
        : group.difference().impact() == Impact.SAFE ? "note" : "warning";
  }

  /// The message, without the pointer where it begins with it: the pointer stands before it already.
  static String message(Difference difference) {
    String start = difference.pointer() + ": ";
    return !difference.pointer().isEmpty() && difference.message().startsWith(start)
        ? difference.message().substring(start.length())
        : difference.message();
  }

  /// `one`, `one and two`, `one, two and three`.
  static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /// The message, and below it everything that a terminal shows, without colours.
  static String text(Group group) {
    List<String> lines = new GroupText(Style.PLAIN, WIDTH, false, Counting.DEFAULT).lines(group);
    return message(group.difference())
        + "\n"
        + String.join("\n", lines.subList(GroupText.HEAD_LINES, lines.size()));
  }

  /// The place in the new contract, or else in the old one; the file as a whole where neither contract says anything.
  static Place place(Group group) {
    Optional<Place> place = group.sentence().map(Sentence::place);
    return place.orElseGet(() -> Place.of(fileOf(group.pair())));
  }

  /// The right contract's file without its revision.
  static String fileOf(ComparedPair pair) {
    String named = pair.comparison().right().file();
    String revision = pair.right().revision();
    return revision.isEmpty() ? named : named.substring(revision.length() + 1);
  }

  /// A file of the pair as the root of its repository sees it. `/` stands between its parts.
  static String repositoryPath(Group group, Place place) {
    boolean isRight =
        group.difference().after().map(Sentence::place).filter(place::equals).isPresent()
            || group.difference().before().isEmpty();
    return (isRight ? group.pair().right() : group.pair().left()).repositoryFolder() + place.file();
  }
}
