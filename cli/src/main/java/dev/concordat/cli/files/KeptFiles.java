package dev.concordat.cli.files;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The newest JSON documents of a folder, a file for each. Processes side by side may use the same folder.
///
/// @param kept how many there are at most; the oldest are forgotten
/// @param maxBytes larger files are not read
public record KeptFiles(Path folder, int kept, long maxBytes) {
  private static final String ENDING = ".json";

  /// Always as many digits, so that names sort by time.
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// Keeps a document, and of older ones as many as there is room for.
  public void keep(JsonValue document) throws IOException {
    Files.createDirectories(folder);
    // The process id keeps two that end at once apart.
    String name = NAME.format(Instant.now()) + "-" + ProcessHandle.current().pid() + ENDING;
    WholeFile.write(folder.resolve(name), JsonText.compact(document));
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(kept, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /// The files, the newest first.
  public List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }

  /// A document; nothing where it is too large, broken, or forgotten by another process since the folder was listed.
  public Optional<JsonValue> read(Path file) throws IOException {
    try {
      return Files.size(file) > maxBytes
          ? Optional.empty()
          : JsonParser.parse(Files.readAllBytes(file)).value().map(JsonValue.class::cast);
    } catch (NoSuchFileException forgotten) {
      return Optional.empty();
    }
  }
}
