package dev.concordat.compare.lifecycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the version numbers of two contracts tell what happened between them. Versions that are not numbers with dots,
/// such as dates and names, are not judged.
public final class VersionPolicy {
  // https://semver.org: major.minor.patch, then a pre-release and build data. One or two numbers
  // are ordered too.
  private static final Pattern NUMBERED =
      Pattern.compile(
          "[vV]?(\\d{1,18})(?:\\.(\\d{1,18})(?:\\.(\\d{1,18})(?:[-+][0-9A-Za-z.+-]*)?)?)?");
  private static final int PARTS = 3;

  private VersionPolicy() {}

  /// What is wrong with a step from one version to the next.
  public enum Step {
    /// The number went down.
    REVERSED,
    /// The number stayed although something breaks.
    NOT_RAISED,
    /// Something breaks, and only a minor number was raised.
    MAJOR_NOT_RAISED,
    /// Nothing.
    FINE
  }

  /// Judges the step from one version to the next.
  ///
  /// @param isBreaking whether anything between the two breaks
  public static Step step(String before, String after, boolean isBreaking) {
    Optional<List<BigInteger>> old = numbers(before);
    Optional<List<BigInteger>> now = numbers(after);
    if (old.isEmpty() || now.isEmpty()) {
      return Step.FINE;
    }
    int order = compare(now.get(), old.get());
    if (order < 0) {
      return Step.REVERSED;
    }
    if (!isBreaking || !isSemantic(before) || !isSemantic(after)) {
      return Step.FINE;
    }
    if (before.equals(after)) {
      return Step.NOT_RAISED;
    }
    boolean isMajor = now.get().getFirst().compareTo(old.get().getFirst()) > 0;
    return isMajor ? Step.FINE : Step.MAJOR_NOT_RAISED;
  }

  private static boolean isSemantic(String version) {
    Matcher matcher = NUMBERED.matcher(version);
    return matcher.matches() && matcher.group(PARTS) != null;
  }

  private static Optional<List<BigInteger>> numbers(String version) {
    Matcher matcher = NUMBERED.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var numbers = new ArrayList<BigInteger>();
    for (int part = 1; part <= PARTS; part++) {
      String text = matcher.group(part);
      numbers.add(text == null ? BigInteger.ZERO : new BigInteger(text));
    }
    return Optional.of(numbers);
  }

  private static int compare(List<BigInteger> left, List<BigInteger> right) {
    for (int part = 0; part < PARTS; part++) {
      int order = left.get(part).compareTo(right.get(part));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
