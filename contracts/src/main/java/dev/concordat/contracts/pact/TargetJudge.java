package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.Mismatch.Part;
import dev.concordat.contracts.pact.content.FormText;
import dev.concordat.contracts.pact.content.NamedValues;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.PathExpression;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.ValueMatcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Compares method, path and query.
final class TargetJudge {
  private final PactVersion version;
  private final ValueMatcher values;

  TargetJudge(PactVersion version, ValueMatcher values) {
    this.version = version;
    this.values = values;
  }

  List<Mismatch> judge(ExpectedRequest expected, HttpRequestMessage actual) {
    var found = new ArrayList<Mismatch>();
    if (!expected.method().equalsIgnoreCase(actual.method())) {
      String message = String.format("expected %s but was %s", expected.method(), actual.method());
      found.add(
          new Mismatch(
              Part.METHOD,
              "",
              expected.method(),
              actual.method(),
              "equality",
              message,
              PactPlaces.of(expected.node(), "method")));
    }
    path(expected, actual.path(), found);
    query(expected, actual.query(), found);
    return found;
  }

  private void path(ExpectedRequest expected, String actual, List<Mismatch> found) {
    Optional<RuleList> rules = expected.rules().path().any();
    if (rules.isEmpty()) {
      if (!segments(expected.path()).equals(segments(actual))) {
        String message =
            String.format("Expected '%s' to be equal to '%s'", actual, expected.path());
        found.add(pathMismatch(expected, actual, "equality", message));
      }
      return;
    }
    List<Failure> failures = values.text(rules.get(), expected.path(), actual);
    if (!failures.isEmpty()
        && !values.text(rules.get(), expected.path(), decoded(actual)).isEmpty()) {
      for (Failure failure : failures) {
        found.add(pathMismatch(expected, actual, failure.rule().name(), failure.message()));
      }
    }
  }

  private static Mismatch pathMismatch(
      ExpectedRequest expected, String actual, String rule, String message) {
    return new Mismatch(
        Part.PATH,
        "",
        expected.path(),
        actual,
        rule,
        message,
        PactPlaces.of(expected.node(), "path"));
  }

  /// Paths are the same when their segments are, whether escaped or not.
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).map(TargetJudge::decoded).toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }

  private void query(ExpectedRequest expected, String actual, List<Mismatch> found) {
    if (version == PactVersion.V1) {
      queryAsText(expected, actual, found);
    } else {
      queryByName(expected, actual, found);
    }
  }

  private void queryByName(ExpectedRequest expected, String actual, List<Mismatch> found) {
    List<Difference> differences =
        new NamedValues("query parameter", expected.rules().query(), false, values)
            .match(DocumentPath.ROOT, expected.query(), FormText.parse(actual));
    for (Difference difference : differences) {
      String name = PathExpression.parse(difference.path()).firstName();
      found.add(
          new Mismatch(
              Part.QUERY,
              name,
              difference.expected(),
              difference.actual(),
              difference.rule(),
              difference.message(),
              PactPlaces.named(expected.node(), "query", name)));
    }
  }

  /// Version 1: the texts are equal, but for how they are escaped. Which parameters differ is told where it is they, and
  /// not only their order.
  private void queryAsText(ExpectedRequest expected, String actual, List<Mismatch> found) {
    if (pieces(expected.queryText()).equals(pieces(actual))) {
      return;
    }
    int before = found.size();
    queryByName(expected, actual, found);
    if (found.size() == before) {
      String message =
          String.format("Expected query '%s' but was '%s'", expected.queryText(), actual);
      found.add(
          new Mismatch(
              Part.QUERY,
              "",
              expected.queryText(),
              actual,
              "equality",
              message,
              PactPlaces.of(expected.node(), "query")));
    }
  }

  private static List<String> pieces(String query) {
    return Arrays.stream(query.split("&", -1)).map(FormText::decode).toList();
  }
}
