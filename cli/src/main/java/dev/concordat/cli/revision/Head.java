package dev.concordat.cli.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What is checked out in a repository.
///
/// @param commit its full name
/// @param branch empty where none is checked out
public record Head(String commit, Optional<String> branch) {
  /// Of the repository that a folder lies in; empty where it lies in none, or git is not there.
  public static Optional<Head> of(Path folder) {
    Git git = new Git(folder);
    try {
      Git.Answer commit = git.ask("rev-parse", "HEAD");
      Git.Answer branch = git.ask("symbolic-ref", "--short", "-q", "HEAD");
      return commit.isGood()
          ? Optional.of(
              new Head(
                  commit.text(),
                  branch.isGood() && !branch.text().isEmpty()
                      ? Optional.of(branch.text())
                      : Optional.empty()))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
