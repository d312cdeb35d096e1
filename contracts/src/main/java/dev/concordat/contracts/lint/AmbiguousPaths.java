package dev.concordat.contracts.lint;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Two paths that one request can mean, with neither more concrete than the other: servers and gateways differ in which one
/// they take.
final class AmbiguousPaths implements LintRule {
  private static final String ANY = "{}";

  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    Map<String, List<HttpOperation>> alike = new HashMap<>();
    Map<List<String>, HttpOperation> firstOfPath = new HashMap<>();
    for (HttpOperation operation : subject.operations()) {
      List<String> segments = segments(operation);
      // Without a segment of the two kinds in common, two paths cannot meet.
      String key = operation.method() + " " + segments.size();
      List<HttpOperation> known = alike.computeIfAbsent(key, any -> new ArrayList<>());
      known.stream()
          .filter(other -> isAmbiguous(segments(other), segments))
          .findFirst()
          .ifPresentOrElse(
              other -> found.accept(problem(other, operation)),
              () -> samePath(firstOfPath, segments, operation, found));
      known.add(operation);
    }
  }

  /// OpenAPI 3.1.1, section 4.8.8.2: paths that differ in the names of their parameters only are identical and invalid.
  private static void samePath(
      Map<List<String>, HttpOperation> firstOfPath,
      List<String> segments,
      HttpOperation operation,
      Consumer<Problem> found) {
    // From here on it stands for this path, so that its other operations are not told again.
    HttpOperation first = firstOfPath.put(segments, operation);
    if (first != null && !first.path().text().equals(operation.path().text())) {
      found.accept(
          Problem.warning(
              "lint/ambiguous-paths",
              operation.place(),
              operation.path().text()
                  + " and "
                  + first.path().text()
                  + " ("
                  + first.place().shortForm()
                  + ") are one path to OpenAPI; only the names of their parameters differ",
              "write both under one path"));
    }
  }

  private static Problem problem(HttpOperation first, HttpOperation second) {
    boolean isSame = segments(first).equals(segments(second));
    return Problem.warning(
        "lint/ambiguous-paths",
        second.place(),
        "a request can mean both "
            + second.methodAndPath()
            + " and "
            + first.methodAndPath()
            + " ("
            + first.place().shortForm()
            + ")"
            + (isSame ? "; only the names of their parameters differ" : ""),
        isSame ? "keep one of the two" : "give one of them a segment of its own");
  }

  private static List<String> segments(HttpOperation operation) {
    List<String> segments = new ArrayList<>();
    for (String segment : operation.path().text().split("/", -1)) {
      segments.add(
          segment.startsWith("{") && segment.indexOf('}') == segment.length() - 1 ? ANY : segment);
    }
    return segments;
  }

  /// Whether they meet, and each is freer than the other somewhere; or both are the same.
  private static boolean isAmbiguous(List<String> one, List<String> other) {
    boolean oneIsFreer = false;
    boolean otherIsFreer = false;
    for (int i = 0; i < one.size(); i++) {
      String a = one.get(i);
      String b = other.get(i);
      boolean isMixture = (a + b).replace(ANY, "").contains("{");
      if (isMixture || (!a.equals(b) && !a.equals(ANY) && !b.equals(ANY))) {
        return false;
      }
      oneIsFreer |= a.equals(ANY) && !b.equals(ANY);
      otherIsFreer |= b.equals(ANY) && !a.equals(ANY);
    }
    return oneIsFreer == otherIsFreer;
  }
}
