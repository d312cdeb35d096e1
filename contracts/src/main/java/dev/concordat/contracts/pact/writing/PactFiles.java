package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Adds interactions to pact files. A file is there whole or not at all, and several writers, in one process or in many, add
/// one after the other.
public final class PactFiles {
  private final Path root;

  /// @param root the workspace; file names are shown relative to it
  public PactFiles(Path root) {
    this.root = root;
  }

  /// What to do about an interaction that the file has with other content.
  public enum OnConflict {
    REFUSE,
    REPLACE
  }

  /// What came of adding interactions.
  public sealed interface Outcome {
    /// The file holds them all.
    ///
    /// @param problems what the version of the file has no words for
    record Written(Path file, int added, int replaced, List<Problem> problems) implements Outcome {}

    /// The file is as it was.
    record Refused(List<Problem> problems) implements Outcome {}
  }

  /// Adds the interactions of a pact to a file, which is made where it does not exist. An interaction that the file has
  /// already, by its key or else by its description and provider states, is replaced when only its comments and the like
  /// changed, or when it has a key; other content under the same description is refused, with the difference.
  ///
  /// @throws IOException if the file cannot be read or written
  public Outcome add(Path file, PactContract pact, OnConflict onConflict) throws IOException {
    Path absolute = root.resolve(file).toAbsolutePath().normalize();
    Files.createDirectories(absolute.getParent());
    try (FileLocks lock = FileLocks.acquire(absolute)) {
      return lock.whileHeld(() -> locked(absolute, pact, onConflict));
    }
  }

  private Outcome locked(Path file, PactContract pact, OnConflict onConflict) throws IOException {
    if (!Files.exists(file)) {
      WrittenPact written = PactWriter.write(pact);
      replace(file, written.text());
      return new Outcome.Written(file, pact.interactions().size(), 0, written.problems());
    }
    Document document = new DocumentReader(root).read(file);
    PactContract there = PactReader.read(document);
    List<Problem> obstacles = obstacles(document, there, pact);
    if (!obstacles.isEmpty()) {
      return new Outcome.Refused(obstacles);
    }
    PactVersion version =
        there.pactVersion().isAtLeast(pact.pactVersion())
            ? there.pactVersion()
            : pact.pactVersion();
    Document current =
        version == there.pactVersion()
            ? document
            : new DocumentReader(root).parse(document.file(), upgraded(there, version));
    var merge =
        new PactMerge(
            PactReader.read(current), (JsonObject) current.root().toJson(), version, onConflict);
    merge.add(pact);
    if (!merge.conflicts().isEmpty()) {
      return new Outcome.Refused(merge.conflicts());
    }
    replace(file, JsonText.pretty(merge.json()) + "\n");
    return new Outcome.Written(file, merge.added(), merge.replaced(), merge.losses());
  }

  private static byte[] upgraded(PactContract there, PactVersion version) {
    return PactWriter.write(there, version).text().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Problem> obstacles(Document document, PactContract there, PactContract pact) {
    var problems = new ArrayList<>(document.problems().stream().filter(Problem::isError).toList());
    if (!PactReader.recognises(document.root())) {
      problems.add(
          Problem.error(
              "pact/not-a-pact",
              document.root().place(),
              "this is no pact file, so nothing is added to it",
              "choose another file name"));
    } else if (!there.title().equals(pact.title())) {
      problems.add(
          Problem.error(
              "pact/other-pact",
              document.root().place(),
              "this is the pact " + there.title() + ", not " + pact.title(),
              "choose another file name"));
    }
    return problems;
  }

  /// Readers see the old file or the new one, never a part of it.
  private static void replace(Path file, String text) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
    try {
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
