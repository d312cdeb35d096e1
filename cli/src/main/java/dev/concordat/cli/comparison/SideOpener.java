package dev.concordat.cli.comparison;

import dev.concordat.cli.files.ContractSearch;
import dev.concordat.cli.revision.Checkout;
import dev.concordat.cli.revision.RevisionPath;
import dev.concordat.cli.revision.Revisions;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.run.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what the words of a command line mean: files, folders, patterns, git revisions, standard input. What it copies from
/// revisions goes when it is closed. Not thread-safe.
final class SideOpener implements AutoCloseable {
  /// The word for standard input, and the name of what came from there.
  static final String STANDARD_INPUT = "-";

  private static final int MAX_SIBLINGS = 1_000;

  private final Path workingFolder;
  private final InputStream in;
  private final List<Checkout> checkouts = new ArrayList<>();
  private boolean isInputTaken;

  SideOpener(Path workingFolder, InputStream in) {
    this.workingFolder = workingFolder.toAbsolutePath().normalize();
    this.in = in;
  }

  /// What came of opening a word.
  sealed interface Opened {
    record Here(Side side) implements Opened {}

    record Refused(Trouble trouble) implements Opened {}
  }

  /// The files that a word means.
  Opened open(String word) {
    if (word.equals(STANDARD_INPUT)) {
      return standardInput();
    }
    Optional<Path> path = existing(word);
    if (path.isPresent()) {
      return here(word, path.get());
    }
    var search = new ContractSearch(workingFolder);
    if (search.add(word)) {
      List<Path> files = search.files().stream().map(ContractSearch.Found::file).toList();
      return new Opened.Here(
          new Side(word, search.root(), "", "", workingFolder, true, files, Optional.empty()));
    }
    return RevisionPath.parse(word)
        .map(wanted -> revision(wanted, wanted))
        .orElseGet(() -> refused(word));
  }

  /// The files that a word meant in an earlier comparison; a revision is the commit that it was then.
  Opened open(ContractSource source) {
    Optional<RevisionPath> wanted =
        source.commit().isEmpty() ? Optional.empty() : RevisionPath.parse(source.word());
    return wanted.isPresent()
        ? revision(new RevisionPath(source.commit(), wanted.get().path()), wanted.get())
        : open(source.word());
  }

  private Opened standardInput() {
    if (isInputTaken) {
      return refused(
          STANDARD_INPUT, "standard input can be read only once", "name a file for one side");
    }
    isInputTaken = true;
    try {
      int limit = ReadLimits.defaults().maxBytes();
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        return refused(STANDARD_INPUT, "standard input holds more than " + limit + " bytes", "");
      }
      return new Opened.Here(
          new Side(
              STANDARD_INPUT,
              workingFolder,
              "",
              "",
              workingFolder,
              false,
              List.of(),
              Optional.of(TextFile.of(workingFolder, STANDARD_INPUT, bytes))));
    } catch (IOException e) {
      return refused(STANDARD_INPUT, "standard input cannot be read: " + e.getMessage(), "");
    }
  }

  private Optional<Path> existing(String word) {
    try {
      return Optional.of(workingFolder.resolve(word).normalize()).filter(Files::exists);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private Opened here(String word, Path path) {
    var search = new ContractSearch(workingFolder);
    search.add(word);
    return new Opened.Here(side(word, path, search, search.root(), "", ""));
  }

  private static Side side(
      String word, Path path, ContractSearch search, Path root, String revision, String commit) {
    boolean isFolder = Files.isDirectory(path);
    Path parent = path.getParent();
    Path base = isFolder || parent == null ? path : parent;
    List<Path> files = search.files().stream().map(ContractSearch.Found::file).toList();
    return new Side(word, root, revision, commit, base, isFolder, files, Optional.empty());
  }

  /// @param shown how it is named to people
  private Opened revision(RevisionPath wanted, RevisionPath shown) {
    return switch (new Revisions(workingFolder).checkOut(wanted)) {
      case Revisions.Answer.Here(Checkout checkout) -> {
        checkouts.add(checkout);
        var search = new ContractSearch(checkout.root());
        search.add(checkout.asked().toString());
        yield new Opened.Here(
            side(
                shown.toString(),
                checkout.asked(),
                search,
                checkout.root(),
                shown.revision(),
                checkout.commit()));
      }
      case Revisions.Answer.Refused(String message, String fix) ->
          refused(shown.toString(), message, fix);
    };
  }

  private Opened refused(String word) {
    return refused(
        word,
        "there is no file or folder of that name, and nothing matches it",
        alike(word).map(name -> "did you mean " + name + "?").orElse("check the path"));
  }

  /// A file beside the one that is missing whose name is nearly the same.
  private Optional<String> alike(String word) {
    try {
      Path wanted = workingFolder.resolve(word).normalize();
      Path folder = wanted.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        return Optional.empty();
      }
      try (Stream<Path> siblings = Files.list(folder)) {
        List<String> names =
            siblings.map(each -> String.valueOf(each.getFileName())).limit(MAX_SIBLINGS).toList();
        return DidYouMean.closest(String.valueOf(wanted.getFileName()), names)
            .map(name -> workingFolder.relativize(folder.resolve(name)).toString());
      }
    } catch (InvalidPathException | IOException notAPath) {
      return Optional.empty();
    }
  }

  private static Opened.Refused refused(String word, String message, String fix) {
    return new Opened.Refused(new Trouble(Trouble.Kind.INPUT, word, message, fix, List.of()));
  }

  @Override
  public void close() throws IOException {
    for (Checkout checkout : checkouts) {
      checkout.close();
    }
  }
}
