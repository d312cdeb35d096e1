package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;

/// One case of JUnit XML.
///
/// @param file as the root of the repository sees it
/// @param type what a failure or error is a case of: a rule
/// @param body what a failure or error says, or a passed case prints; its first line is its message
/// @param properties what Jenkins reads
record JunitCase(
    Outcome outcome,
    String name,
    String file,
    int line,
    String type,
    String body,
    Map<String, String> properties) {
  /// How a case ended.
  enum Outcome {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED
  }

  static JunitCase of(Group group) {
    Difference difference = group.difference();
    Place place = GroupWords.place(group);
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("rule", difference.rule().id());
    properties.put("impact", difference.impact().word());
    properties.put("fingerprint", difference.id());
    group.main().acceptance().ifPresent(accepted -> properties.put("owner", accepted.owner()));
    return new JunitCase(
        outcome(group),
        GroupWords.title(group),
        GroupWords.repositoryPath(group, place),
        place.line(),
        difference.rule().id(),
        body(group),
        properties);
  }

  private static Outcome outcome(Group group) {
    if (group.main().acceptance().isPresent()) {
      return Outcome.SKIPPED;
    }
    return group.main().counts() ? Outcome.FAILED : Outcome.PASSED;
  }

  private static String body(Group group) {
    String accepted =
        group
            .main()
            .acceptance()
            .map(
                by ->
                    "accepted by "
                        + by.owner()
                        + " until "
                        + by.until()
                        + ": "
                        + by.reason()
                        + "\n")
            .orElse("");
    return accepted + GroupWords.text(group);
  }

  /// All positions that hold, in one: a suite without a case would look like one that did not run.
  static JunitCase ofTheRest(ComparedPair pair) {
    int proved = pair.comparison().tally().proved();
    return new JunitCase(
        Outcome.PASSED,
        "everything else holds",
        pair.right().repositoryFolder() + GroupWords.fileOf(pair),
        1,
        "",
        proved + " of " + pair.comparison().tally().all() + " positions are proved to hold",
        Map.of());
  }

  static JunitCase of(Problem problem) {
    return new JunitCase(
        problem.isError() ? Outcome.ERROR : Outcome.PASSED,
        problem.rule() + ": " + problem.place().file(),
        problem.place().file(),
        problem.place().line(),
        problem.rule(),
        problem.message() + (problem.fix().isEmpty() ? "" : "\nfix: " + problem.fix()),
        Map.of());
  }

  static JunitCase of(Trouble trouble) {
    return new JunitCase(
        Outcome.ERROR,
        trouble.subject(),
        trouble.subject(),
        1,
        "input",
        trouble.message() + (trouble.fix().isEmpty() ? "" : "\nfix: " + trouble.fix()),
        Map.of());
  }

  /// The first line of the body.
  String message() {
    int end = body.indexOf('\n');
    return end < 0 ? body : body.substring(0, end);
  }
}
