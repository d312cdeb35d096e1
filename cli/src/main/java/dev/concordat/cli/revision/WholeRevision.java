package dev.concordat.cli.revision;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.home.Folders;
import dev.concordat.environment.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A workspace as it is in another revision of its repository, in Concordat's own folder. The repository is only read. What is
/// built there is kept, so the next comparison with the same commit starts at once; what nobody used for a week goes.
public sealed interface WholeRevision {
  /// The workspace's folder in the other revision.
  record Here(Path workspace) implements WholeRevision {}

  /// There is none; why, and what to do.
  record Refused(String message, String fix) implements WholeRevision {}

  /// The workspace as it is in another revision.
  ///
  /// @param workspace a folder of the repository
  /// @param revision as git names it: `main`, `v1.2`, `HEAD~3`
  static WholeRevision of(Path workspace, String revision, Home home)
      throws IOException, InterruptedException, EnvironmentFailure {
    return new Reading(workspace, home).of(revision);
  }

  /// Where the copies are made.
  final class Reading {
    private static final Duration KEPT_UNUSED = Duration.ofDays(7);
    private static final String NAMES = "version-";

    private final Git git;
    private final Home home;

    private Reading(Path workspace, Home home) {
      this.git = new Git(workspace);
      this.home = home;
    }

    private WholeRevision of(String revision)
        throws IOException, InterruptedException, EnvironmentFailure {
      Git.Answer root = git.ask("rev-parse", "--show-toplevel");
      if (!root.isGood()) {
        return new Refused(
            "cannot be compared with: the workspace is in no git repository",
            "Test a clone of the repository.");
      }
      // A word with a hyphen at its start would be an option.
      Git.Answer commit =
          revision.startsWith("-")
              ? new Git.Answer(1, new byte[0], "")
              : git.ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
      if (!commit.isGood()) {
        return new Refused(
            "cannot be compared with: the repository has no such revision",
            "Name a branch, tag or commit that is here; in CI, fetch it first (`fetch-depth: 0`).");
      }
      String prefix = git.ask("rev-parse", "--show-prefix").text();
      Path copy = copy(Path.of(root.text()), commit.text());
      Path workspace = copy.resolve(prefix).normalize();
      return Files.isDirectory(workspace)
          ? new Here(workspace)
          : new Refused(
              "cannot be compared with: there is no folder '" + prefix + "' in it",
              "Name a revision that has the workspace.");
    }

    private Path copy(Path root, String commit)
        throws IOException, InterruptedException, EnvironmentFailure {
      String repository =
          UUID.nameUUIDFromBytes(root.toString().getBytes(StandardCharsets.UTF_8))
              .toString()
              .substring(0, 8);
      Path entry =
          new Cache(home)
              .get(
                  NAMES + repository + "-" + commit,
                  (Cache.Maker<EnvironmentFailure>) folder -> write(new Git(root), commit, folder));
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      forgetOthers(entry);
      return entry;
    }

    private static void write(Git git, String commit, Path folder) throws IOException {
      Path index = folder.resolveSibling(folder.getFileName() + ".index");
      try {
        git.askWithIndex(index, "read-tree", commit);
        git.askWithIndex(index, "checkout-index", "--all", "--quiet", "--prefix=" + folder + "/");
      } finally {
        Files.deleteIfExists(index);
      }
    }

    private void forgetOthers(Path used) throws IOException {
      Instant before = Instant.now().minus(KEPT_UNUSED);
      List<Path> copies;
      try (Stream<Path> entries = Files.list(home.cache())) {
        copies = entries.filter(entry -> entry.getFileName().toString().startsWith(NAMES)).toList();
      }
      for (Path copy : copies) {
        if (!copy.equals(used) && Files.getLastModifiedTime(copy).toInstant().isBefore(before)) {
          Folders.delete(copy);
        }
      }
    }
  }
}
