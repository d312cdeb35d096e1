package dev.concordat.cli.comparison;

import dev.concordat.contracts.tree.ProblemTexts;
import dev.concordat.model.comparison.Origin;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;

/// Problems of files that may come from a revision: shown with the revision before the file's name.
final class ProblemPlaces {
  private static final String AT = "\n  at ";

  private final ProblemTexts texts;
  private final Origin origin;

  ProblemPlaces(Side side) {
    this.texts = new ProblemTexts(side.root());
    this.origin = side.origin();
  }

  /// The problem as people see it, with its line.
  String text(Problem problem) {
    String text = texts.of(problem).stripTrailing();
    int at = text.indexOf(AT);
    return at < 0
        ? text
        : text.substring(0, at + AT.length()) + origin.named(text.substring(at + AT.length()));
  }

  /// The same problem with the revision in its place.
  Problem renamed(Problem problem) {
    Place place = problem.place();
    return new Problem(
        problem.rule(),
        problem.severity(),
        new Place(origin.named(place.file()), place.line(), place.column(), place.pointer()),
        problem.message(),
        problem.fix());
  }
}
