package dev.concordat.model.comparison;

/// Where the files of one side were read.
///
/// @param revision the git revision, as the user named it: `main`; empty for files that lie here
/// @param repositoryFolder the folder that files are named from, seen from the root of its repository: empty, or with a slash
///     at its end
public record Origin(String revision, String repositoryFolder) {
  /// The working folder, which is the root of its repository or in none.
  public static final Origin HERE = new Origin("", "");

  /// A file with its revision: `main:openapi.yaml`.
  public String named(String file) {
    return revision.isEmpty() ? file : revision + ":" + file;
  }
}
