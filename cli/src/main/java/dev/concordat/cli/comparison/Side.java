package dev.concordat.cli.comparison;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.comparison.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of one side of a comparison.
///
/// @param word as the user named it
/// @param root what files are named from, and what references do not leave
/// @param revision the git revision that they are from, as the user named it; empty for files that lie here
/// @param commit the commit that the files are from; empty for files that lie here
/// @param base the folder that its files are paired from
/// @param isFolder whether a folder was named, or several files
/// @param files in the order of their names
/// @param text what was read from standard input instead
record Side(
    String word,
    Path root,
    String revision,
    String commit,
    Path base,
    boolean isFolder,
    List<Path> files,
    Optional<TextFile> text) {
  Side {
    files = List.copyOf(files);
  }

  /// A file's name as it is paired: from the base, with `/` between its parts.
  String nameOf(Path file) {
    return base.relativize(file).toString().replace('\\', '/');
  }

  /// What the files are named from, for reports.
  Origin origin() {
    return new Origin(revision, revision.isEmpty() ? RepositoryFolder.of(root) : "");
  }

  /// The same side with another root, which holds the files of both sides.
  Side within(Path other) {
    return new Side(word, other, revision, commit, base, isFolder, files, text);
  }
}
