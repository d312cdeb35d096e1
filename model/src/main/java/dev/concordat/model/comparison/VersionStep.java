package dev.concordat.model.comparison;

import java.util.Locale;

/// How far a version number goes (semver.org 2.0.0), the smallest first.
public enum VersionStep {
  NONE,
  PATCH,
  MINOR,
  MAJOR;

  /// The word as it is shown and written in files: `minor`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
