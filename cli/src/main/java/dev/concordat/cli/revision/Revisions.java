package dev.concordat.cli.revision;

import dev.concordat.contracts.temporary.TemporaryFolder;
import dev.concordat.model.problem.DidYouMean;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads files from revisions of the git repository around a folder.
public final class Revisions {
  private static final int MAX_NAMES = 2_000;
  private static final int MAX_LISTED = 5;

  private final Path workingFolder;
  private final Git git;

  public Revisions(Path workingFolder) {
    this.workingFolder = workingFolder;
    this.git = new Git(workingFolder);
  }

  /// What came of asking for a revision.
  public sealed interface Answer {
    /// The files are here.
    record Here(Checkout checkout) implements Answer {}

    /// They are not; why, and what to do.
    record Refused(String message, String fix) implements Answer {}
  }

  /// The files at a path of a revision, with everything they refer to.
  public Answer checkOut(RevisionPath wanted) {
    try {
      return checkOutFrom(wanted);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      boolean isAbsent = message.contains("Cannot run program");
      return isAbsent
          ? new Answer.Refused(
              "'" + wanted + "' names a git revision, and git is not on the PATH",
              "install git, or name a file")
          : new Answer.Refused("'" + wanted + "' cannot be read: " + message, "");
    }
  }

  /// The day on which a file was last committed; empty outside of repositories, and for files that are not committed as they
  /// are.
  public Optional<LocalDate> lastChange(Path file) {
    try {
      Git.Answer status = git.ask("status", "--porcelain", "--", file.toString());
      Git.Answer log = git.ask("log", "-1", "--format=%cs", "--", file.toString());
      boolean isClean = status.isGood() && status.text().isEmpty();
      return isClean && log.isGood() && !log.text().isEmpty()
          ? Optional.of(LocalDate.parse(log.text()))
          : Optional.empty();
    } catch (IOException | DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private Answer checkOutFrom(RevisionPath wanted) throws IOException {
    Git.Answer inside = git.ask("rev-parse", "--is-inside-work-tree");
    if (!inside.isGood()) {
      return noRepository(wanted, inside.err());
    }
    // A word with a hyphen at its start would be an option.
    Git.Answer commit =
        wanted.revision().startsWith("-")
            ? new Git.Answer(1, new byte[0], "")
            : git.ask("rev-parse", "--verify", "--quiet", wanted.revision() + "^{commit}");
    if (!commit.isGood()) {
      return unknownRevision(wanted);
    }
    Map<String, TreeEntry> tree =
        TreeEntry.parse(git.ask("ls-tree", "-r", "-z", "--full-tree", commit.text()).out());
    String path = fromRoot(wanted.path());
    var extraction = new Extraction(tree);
    List<String> asked = extraction.filesAt(path);
    if (asked.isEmpty()) {
      return unknownPath(wanted, path, tree);
    }
    TemporaryFolder folder = TemporaryFolder.create("concordat-revision");
    try (Contents contents = new Contents(git)) {
      extraction.extract(asked, contents, folder.path());
      return new Answer.Here(new Checkout(folder, folder.path().resolve(path), commit.text()));
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private String fromRoot(String path) throws IOException {
    boolean isFromHere = path.startsWith("./") || path.startsWith("../") || path.equals(".");
    String here = isFromHere ? git.ask("rev-parse", "--show-prefix").text() : "";
    return Mentions.resolve(here, path.replace('\\', '/'));
  }

  private Answer.Refused noRepository(RevisionPath wanted, String error) {
    return error.contains("dubious ownership")
        ? new Answer.Refused(
            "'"
                + wanted
                + "' cannot be read: git does not trust the repository, which belongs to"
                + " another user",
            "git config --global --add safe.directory " + workingFolder)
        : new Answer.Refused(
            "there is no file '" + wanted + "', and " + workingFolder + " is in no git repository",
            "check the path, or go into the repository");
  }

  private Answer.Refused unknownRevision(RevisionPath wanted) throws IOException {
    List<String> names =
        git.ask("for-each-ref", "--format=%(refname:short)")
            .text()
            .lines()
            .limit(MAX_NAMES)
            .toList();
    boolean isShallow = git.ask("rev-parse", "--is-shallow-repository").text().equals("true");
    String message =
        "there is no file '"
            + wanted
            + "', and the repository has no revision '"
            + wanted.revision()
            + "'";
    Optional<String> remote =
        names.stream().filter(name -> name.endsWith("/" + wanted.revision())).findFirst();
    if (remote.isPresent()) {
      return new Answer.Refused(message, "write " + remote.get() + ":" + wanted.path());
    }
    return isShallow
        ? new Answer.Refused(
            message + "; the clone is shallow, so older revisions are not here",
            "git fetch --unshallow, or `fetch-depth: 0` for actions/checkout")
        : new Answer.Refused(
            message,
            DidYouMean.closest(wanted.revision(), names)
                .map(name -> "did you mean " + name + ":" + wanted.path() + "?")
                .orElseGet(() -> known(names)));
  }

  private static String known(List<String> names) {
    String fetch = "git fetch, if it is on the server only";
    return names.isEmpty()
        ? fetch
        : fetch
            + "; here are "
            + String.join(", ", names.subList(0, Math.min(MAX_LISTED, names.size())));
  }

  private static Answer.Refused unknownPath(
      RevisionPath wanted, String path, Map<String, TreeEntry> tree) {
    TreeEntry entry = tree.get(path);
    if (entry != null && entry.isRepository()) {
      return new Answer.Refused(
          "'" + path + "' is a submodule, which is a repository of its own",
          "go into it and name the file from there");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> elsewhere =
        tree.keySet().stream().filter(other -> other.endsWith("/" + name)).findFirst();
    String message =
        "the revision '"
            + wanted.revision()
            + "' has no "
            + (path.isEmpty() ? "contract" : "'" + path + "'");
    return new Answer.Refused(
        message,
        elsewhere
            .or(() -> DidYouMean.closest(path, tree.keySet()))
            .map(other -> "did you mean " + wanted.revision() + ":" + other + "?")
            .orElse("paths are seen from the root of the repository; ./ is this folder"));
  }
}
