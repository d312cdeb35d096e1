package dev.concordat.registry.selector;

import java.util.Optional;

/// Chooses versions of one system, as `/matrix` of the Pact dialect has it. What is said must all hold; nothing said means
/// every version.
///
/// @param number the version of this number
/// @param isLatest only the newest of those that the rest chooses; of a branch, its head
/// @param tag versions with this tag
/// @param branch versions of this branch
/// @param isMainBranch versions of the main branch
/// @param environment versions that are deployed, or released and supported, in this environment
public record VersionSelector(
    Optional<String> number,
    boolean isLatest,
    Optional<String> tag,
    Optional<String> branch,
    boolean isMainBranch,
    Optional<String> environment) {
  /// Every version.
  public static final VersionSelector ALL =
      new VersionSelector(
          Optional.empty(), false, Optional.empty(), Optional.empty(), false, Optional.empty());

  /// The version of a number.
  public static VersionSelector of(String number) {
    return new VersionSelector(
        Optional.of(number), false, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  /// The newest version with a tag.
  public static VersionSelector latestWithTag(String tag) {
    return new VersionSelector(
        Optional.empty(), true, Optional.of(tag), Optional.empty(), false, Optional.empty());
  }

  /// The head of a branch.
  public static VersionSelector headOf(String branch) {
    return new VersionSelector(
        Optional.empty(), true, Optional.empty(), Optional.of(branch), false, Optional.empty());
  }

  /// What is in an environment.
  public static VersionSelector in(String environment) {
    return new VersionSelector(
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(environment));
  }

  public boolean isAll() {
    return equals(ALL);
  }
}
