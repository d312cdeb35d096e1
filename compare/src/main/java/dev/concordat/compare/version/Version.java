package dev.concordat.compare.version;

import dev.concordat.model.comparison.VersionStep;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version number as contracts write it: semver.org 2.0.0, or shorter (`v2`, `1.4`), which keeps its form.
///
/// @param prefix `v` or nothing
/// @param length how many of the three numbers are written
/// @param preRelease what stands behind the hyphen; empty for a release
record Version(
    String prefix,
    int length,
    BigInteger major,
    BigInteger minor,
    BigInteger patch,
    String preRelease) {
  private static final int MAX_LENGTH = 100;

  /// A number of four digits at the start is a year: dates are no semantic versions.
  private static final Pattern YEAR = Pattern.compile("v?(?:19|20)\\d\\d(?:\\D.*)?");

  private static final Pattern FORM =
      Pattern.compile(
          "(v?)(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*))?(?:\\.(0|[1-9]\\d*))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");

  static Optional<Version> parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > MAX_LENGTH || YEAR.matcher(stripped).matches()) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(stripped);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int length = matcher.group(4) != null ? 3 : matcher.group(3) != null ? 2 : 1;
    return Optional.of(
        new Version(
            matcher.group(1),
            length,
            new BigInteger(matcher.group(2)),
            number(matcher, 3),
            number(matcher, 4),
            Optional.ofNullable(matcher.group(5)).orElse("")));
  }

  private static BigInteger number(Matcher matcher, int group) {
    return Optional.ofNullable(matcher.group(group)).map(BigInteger::new).orElse(BigInteger.ZERO);
  }

  /// In major version zero anything may change (semver.org 2.0.0, clause 4).
  private boolean isInitial() {
    return major.signum() == 0;
  }

  /// The smallest version that takes this step. In major version zero a break takes the minor number and everything else the
  /// patch number, as package managers read it. Of a pre-release the next one.
  Version next(VersionStep step) {
    if (step == VersionStep.NONE) {
      return this;
    }
    if (!preRelease.isEmpty()) {
      return new Version(prefix, length, major, minor, patch, nextPreRelease());
    }
    return switch (isInitial() ? lowered(step) : step) {
      case MAJOR -> new Version(prefix, length, up(major), BigInteger.ZERO, BigInteger.ZERO, "");
      case MINOR -> new Version(prefix, Math.max(2, length), major, up(minor), BigInteger.ZERO, "");
      case PATCH, NONE -> new Version(prefix, 3, major, minor, up(patch), "");
    };
  }

  private static VersionStep lowered(VersionStep step) {
    return step == VersionStep.MAJOR ? VersionStep.MINOR : VersionStep.PATCH;
  }

  private static BigInteger up(BigInteger number) {
    return number.add(BigInteger.ONE);
  }

  /// `beta.1` → `beta.2`, `beta` → `beta.1`.
  private String nextPreRelease() {
    int dot = preRelease.lastIndexOf('.');
    String last = preRelease.substring(dot + 1);
    boolean isNumber = last.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber
        ? preRelease.substring(0, dot + 1) + up(new BigInteger(last))
        : preRelease + ".1";
  }

  /// Whether going from this version to another is a step at least that far.
  boolean reaches(Version other, VersionStep step) {
    return switch (step) {
      case NONE -> true;
      case PATCH, MINOR, MAJOR -> other.precedence(this) > 0 && other.isAtLeast(this, step);
    };
  }

  private boolean isAtLeast(Version before, VersionStep step) {
    // Anything may change before the release that a pre-release leads to (clause 9).
    if (!before.preRelease.isEmpty()) {
      return true;
    }
    VersionStep wanted = before.isInitial() ? lowered(step) : step;
    return switch (wanted) {
      case MAJOR -> major.compareTo(before.major) > 0;
      case MINOR -> major.compareTo(before.major) > 0 || minor.compareTo(before.minor) > 0;
      case PATCH, NONE -> true;
    };
  }

  private int precedence(Version other) {
    int numbers = major.compareTo(other.major);
    numbers = numbers == 0 ? minor.compareTo(other.minor) : numbers;
    numbers = numbers == 0 ? patch.compareTo(other.patch) : numbers;
    if (numbers != 0 || preRelease.equals(other.preRelease)) {
      return numbers;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return preRelease.isEmpty() ? 1 : -1;
    }
    return PreReleases.compare(preRelease, other.preRelease);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(prefix).append(major);
    if (length > 1) {
      text.append('.').append(minor);
    }
    if (length > 2) {
      text.append('.').append(patch);
    }
    return preRelease.isEmpty() ? text.toString() : text.append('-').append(preRelease).toString();
  }
}
