package dev.concordat.registry.matrix;

import dev.concordat.registry.selector.VersionSelector;
import java.util.Optional;

/// A selector after its versions were looked up. One that chooses several versions becomes several of these.
///
/// @param systemId {@link #NONE} where there is no such system
/// @param versionId {@link #NONE} where there is no such version; empty for all versions of the system
/// @param number of the version, or the one that was asked and is not there
/// @param branch by which it was chosen
/// @param kind whether somebody named it
/// @param isIgnored whether its rows do not count
/// @param isOneOfMany whether its selector chose several
record Resolved(
    long systemId,
    String system,
    Optional<Long> versionId,
    Optional<String> number,
    Optional<String> branch,
    VersionSelector asked,
    Kind kind,
    boolean isIgnored,
    boolean isOneOfMany) {
  /// What no row has.
  static final long NONE = -1;

  enum Kind {
    SPECIFIED,
    INFERRED,
    IGNORED
  }

  boolean isSystemMissing() {
    return systemId == NONE;
  }

  boolean isVersionMissing() {
    return versionId.filter(id -> id == NONE).isPresent();
  }

  boolean isMissing() {
    return isSystemMissing() || isVersionMissing();
  }

  boolean isSpecified() {
    return kind == Kind.SPECIFIED;
  }

  /// Whether it leaves out rows of this side.
  boolean isAbout(long otherSystem, Optional<Long> otherVersion) {
    return systemId == otherSystem
        && (asked.isAll() || (versionId.isPresent() && versionId.equals(otherVersion)));
  }

  /// The words of the Pact dialect for the version.
  String description() {
    String shown = number.map(text -> " (" + text + ")").orElse(" (no such version exists)");
    if (asked.isLatest() && asked.tag().isPresent()) {
      return "the latest version of " + system + " with tag " + asked.tag().get() + shown;
    }
    if (asked.isMainBranch() && number.isEmpty()) {
      return "a version of " + system + " from the main branch (no such version exists)";
    }
    Optional<String> named = asked.branch().or(() -> branch);
    if (named.isPresent()) {
      String from = " of " + system + " from branch " + named.get() + shown;
      if (asked.isLatest()) {
        return "the latest version" + from;
      }
      if (number.isEmpty()) {
        return "a version" + from;
      }
      return (isOneOfMany ? "one of the versions" : "the version") + from;
    }
    if (asked.isLatest()) {
      return "the latest version of " + system + shown;
    }
    if (asked.tag().isPresent()) {
      return "a version of " + system + " with tag " + asked.tag().get() + shown;
    }
    if (asked.environment().isPresent()) {
      return inEnvironment(asked.environment().get());
    }
    if (number.isPresent()) {
      String version = "version " + number.get() + " of " + system;
      return isVersionMissing() ? version + " (no such version exists)" : version;
    }
    String any = "any version of " + system;
    return isSystemMissing() ? any + " (no such pacticipant exists)" : any;
  }

  private String inEnvironment(String environment) {
    String of = " of " + system + " currently in " + environment;
    return number
        .map(text -> (isOneOfMany ? "one of the versions" : "the version") + of + " (" + text + ")")
        .orElse(
            "a version"
                + of
                + " (no version is currently recorded as deployed/released in this environment)");
  }

  /// The words of the Pact dialect for a version that was named and is not there.
  String missing() {
    if (asked.tag().isPresent()) {
      return "No version with tag " + asked.tag().get() + " exists for " + system;
    }
    if (asked.branch().isPresent()) {
      return "No version of " + system + " from branch " + asked.branch().get() + " exists";
    }
    if (asked.isMainBranch()) {
      return "No version of " + system + " from the main branch exists";
    }
    if (asked.environment().isPresent()) {
      return "No version of "
          + system
          + " is currently recorded as deployed or released in environment "
          + asked.environment().get();
    }
    return "No pacts or verifications have been published for "
        + number.map(text -> "version " + text + " of ").orElse("")
        + system;
  }
}
