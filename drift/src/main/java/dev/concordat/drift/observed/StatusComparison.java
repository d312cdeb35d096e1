package dev.concordat.drift.observed;

import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.model.finding.DriftRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A mock's status against those of the provider's answers. Another status is a lie only where neither data nor credentials
/// nor a failure of the moment explain it.
final class StatusComparison {
  private static final Pattern LOOKS_LIKE_ID =
      Pattern.compile(".*[0-9].*|[0-9a-fA-F]{16,}|[^/]{20,}");

  private StatusComparison() {}

  /// What came of it.
  sealed interface Outcome {
    /// The statuses agree.
    record Same() implements Outcome {}

    /// They do not, and that is a lie.
    record Lies(Lie lie) implements Outcome {}

    /// They do not, and something else may explain it.
    record Open(String why) implements Outcome {}
  }

  static Outcome of(Asking asking, int said, List<Integer> seen) {
    if (seen.contains(said)) {
      return new Outcome.Same();
    }
    int first = seen.getFirst();
    return explained(asking, said, first)
        .<Outcome>map(Outcome.Open::new)
        .orElseGet(() -> new Outcome.Lies(lie(asking, said, seen)));
  }

  private static Optional<String> explained(Asking asking, int said, int seen) {
    String answered = "the provider answered " + seen;
    boolean isOfCredentials = seen == 401 || seen == 403;
    if (isOfCredentials && said != seen) {
      return Optional.of(answered + ": credentials are needed (--header)");
    }
    if (seen == 429 || seen == 502 || seen == 503 || seen == 504) {
      return Optional.of(answered + ", which may pass");
    }
    if (said == 401 || said == 403) {
      return Optional.of("it answers " + said + ", which depends on credentials; " + answered);
    }
    if (said >= 500 || said == 429) {
      return Optional.of("it plays a failure, " + said + ", which cannot be brought about");
    }
    if (asking.mock().isStateful()) {
      return Optional.of("it holds in a state that was not brought about; " + answered);
    }
    if (seen == 404 && namesOneThing(asking)) {
      return Optional.of(answered + ": it has no such data; name values that exist (--values)");
    }
    if (said == 404 && namesOneThing(asking)) {
      return Optional.of("it plays that the data is not there; " + answered);
    }
    boolean isOfState = said == 409 || said == 410 || said == 412 || said == 304;
    return isOfState || seen == 409 || seen == 410 || seen == 412
        ? Optional.of("it depends on the state of the data; " + answered)
        : Optional.empty();
  }

  /// Whether the path leads to one thing of many, which may not be there.
  private static boolean namesOneThing(Asking asking) {
    if (asking.authority().isPresent()) {
      return !asking.authority().get().routed().pathValues().isEmpty();
    }
    String path = asking.made().message().path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !asking.made().isLiteral() || LOOKS_LIKE_ID.matcher(last).matches() || hasIdInside(path);
  }

  private static boolean hasIdInside(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.matches("[0-9]+|[0-9a-fA-F-]{16,}")) {
        return true;
      }
    }
    return false;
  }

  private static Lie lie(Asking asking, int said, List<Integer> seen) {
    int first = seen.getFirst();
    String all = seen.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    String asked = asking.asked();
    Correction unmendable = new Correction.Undecided("the provider refuses the request");
    if (first == 405 || first == 501) {
      return Lie.observed(
          DriftRules.METHOD_NOT_ALLOWED,
          "method",
          "the provider refuses " + asked + " with " + first,
          all,
          asking.made().message().method(),
          asking.ground(),
          unmendable);
    }
    if (first == 404 && said < 400) {
      return Lie.observed(
          DriftRules.UNKNOWN_OPERATION,
          "path",
          "the provider has nothing at " + asked + ": it answers 404",
          all,
          Integer.toString(said),
          asking.ground(),
          unmendable);
    }
    boolean isRefused = (first == 400 || first == 415 || first == 422) && said < 400;
    if (isRefused) {
      return Lie.observed(
          DriftRules.REQUEST_REFUSED,
          "request",
          "the provider refuses the request that the stub answers, with " + first,
          all,
          Integer.toString(said),
          asking.ground(),
          unmendable);
    }
    return Lie.observed(
        DriftRules.WRONG_STATUS,
        "status",
        "the stub answers " + said + ", the provider " + all,
        all,
        Integer.toString(said),
        asking.ground(),
        seen.stream().distinct().count() == 1
            ? new Correction.Status(first)
            : new Correction.Undecided("the provider answers with more than one status"));
  }
}
