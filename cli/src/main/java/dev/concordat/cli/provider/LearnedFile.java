package dev.concordat.cli.provider;

import dev.concordat.conform.learned.Learned;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.digest.Sha;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The file in which what was learned about one provider and contract stands from run to run.
///
/// @param isOurs whether Concordat chose the file: one that is damaged is then nobody's loss
record LearnedFile(Path file, boolean isOurs) {
  private static final String FOLDER = "learned";
  private static final String ENDING = ".json";
  private static final int FILES_KEPT = 100;
  private static final long MAX_BYTES = 16 << 20;
  private static final int MAX_NAME = 60;
  private static final int DIGEST_LENGTH = 8;

  /// The file that a person named.
  static LearnedFile named(Path file) {
    return new LearnedFile(file, false);
  }

  /// The file in Concordat's home folder for a contract and the address of a provider.
  static LearnedFile of(Path home, Path contract, String provider) {
    String name = contract.getFileName() + "-" + provider.replaceFirst("^https?://", "");
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String digest =
        Sha.SHA_256.of(contract.toAbsolutePath().normalize() + " " + provider, DIGEST_LENGTH);
    String shown = plain.substring(0, Math.min(MAX_NAME, plain.length()));
    return new LearnedFile(home.resolve(FOLDER).resolve(shown + "-" + digest + ENDING), true);
  }

  /// What it holds; nothing learned where there is no file yet.
  ///
  /// @throws IllegalArgumentException when a person named something else than such a file
  Learned read() {
    Optional<Learned> learned = Optional.empty();
    try {
      if (!Files.exists(file)) {
        return Learned.NOTHING;
      }
      if (Files.size(file) <= MAX_BYTES) {
        learned = JsonParser.parse(Files.readAllBytes(file)).value().flatMap(LearnedJson::read);
      }
    } catch (IOException e) {
      if (!isOurs) {
        throw new IllegalArgumentException("--learned: '" + file + "' cannot be read", e);
      }
    }
    if (learned.isEmpty() && !isOurs) {
      throw new IllegalArgumentException(
          "--learned: '"
              + file
              + "' is no file of what was learned. Name one that conform wrote, or one that does not"
              + " exist yet.");
    }
    return learned.orElse(Learned.NOTHING);
  }

  /// Writes it, and of other contracts' files in Concordat's home folder keeps the newest.
  void write(Learned learned) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    WholeFile.write(file, JsonText.pretty(LearnedJson.of(learned)) + "\n");
    if (isOurs) {
      forgetOldest(folder);
    }
  }

  private static void forgetOldest(Path folder) throws IOException {
    List<Path> oldestFirst;
    try (Stream<Path> entries = Files.list(folder)) {
      oldestFirst =
          entries
              .filter(each -> each.toString().endsWith(ENDING))
              .sorted(Comparator.comparingLong(LearnedFile::changed))
              .toList();
    }
    for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - FILES_KEPT))) {
      Files.deleteIfExists(old);
    }
  }

  /// Of a file that another process has just forgotten, the beginning of time.
  private static long changed(Path file) {
    return file.toFile().lastModified();
  }
}
