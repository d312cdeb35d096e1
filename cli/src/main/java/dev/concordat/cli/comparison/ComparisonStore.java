package dev.concordat.cli.comparison;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The witnesses of the newest comparisons in Concordat's home folder, a file for each comparison.
final class ComparisonStore {
  private static final String FOLDER = "comparisons";
  private static final String ENDING = ".json";
  private static final int COMPARISONS_KEPT = 50;
  private static final int MAX_DIFFERENCES = 2_000;
  private static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

  private final Path folder;

  /// @param home Concordat's home folder
  ComparisonStore(Path home) {
    this.folder = home.resolve(FOLDER);
  }

  /// Keeps the witnesses of a comparison, and of older ones as many as there is room for.
  void save(Told told, Path workingFolder) throws IOException {
    List<StoredDifference> differences = new ArrayList<>();
    for (int number = 0; number < told.report().pairs().size(); number++) {
      ComparedPair pair = told.report().pairs().get(number);
      PairSource source = told.sources().get(number);
      boolean isDiff = told.report().question() == Question.DIFF;
      for (Judged judged : pair.differences()) {
        stored(judged.difference(), pair, source, isDiff, workingFolder)
            .ifPresent(differences::add);
      }
    }
    if (differences.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    List<StoredDifference> kept =
        differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size()));
    // Names sort by time; the process id keeps two that end at once apart.
    String name =
        Instant.now().toString().replace(':', '-') + "-" + ProcessHandle.current().pid() + ENDING;
    WholeFile.write(folder.resolve(name), JsonText.compact(StoredJson.of(kept)));
    forgetOldest();
  }

  private static Optional<StoredDifference> stored(
      Difference difference,
      ComparedPair pair,
      PairSource source,
      boolean isDiff,
      Path workingFolder) {
    Optional<Witness> own =
        difference.evidence() instanceof Evidence.Witnessed(Witness witness)
            ? Optional.of(witness)
            : Optional.empty();
    return own.or(() -> ofConsumer(difference))
        .map(
            witness ->
                new StoredDifference(
                    difference.id(),
                    difference.rule().id(),
                    difference.message(),
                    difference.position(),
                    witness.message(),
                    witness.sender(),
                    witness.receiver(),
                    !witness.sender().equals(pair.comparison().right().role()),
                    isDiff,
                    workingFolder,
                    source));
  }

  private static Optional<Witness> ofConsumer(Difference difference) {
    return difference.affected().stream()
        .map(Affected::witness)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void forgetOldest() throws IOException {
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(COMPARISONS_KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> newestFirst() throws IOException {
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

  /// The differences whose id starts so; of each id those of the newest comparison that has it.
  List<FoundDifference> find(String idPrefix) throws IOException {
    Map<String, List<StoredDifference>> found = new LinkedHashMap<>();
    for (Path file : newestFirst()) {
      Map<String, List<StoredDifference>> inFile = new LinkedHashMap<>();
      for (StoredDifference each : read(file)) {
        if (each.id().startsWith(idPrefix)) {
          inFile.computeIfAbsent(each.id(), k -> new ArrayList<>()).add(each);
        }
      }
      inFile.forEach(found::putIfAbsent);
    }
    return found.entrySet().stream()
        .map(entry -> new FoundDifference(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static List<StoredDifference> read(Path file) throws IOException {
    try {
      return Files.size(file) > MAX_FILE_BYTES
          ? List.of()
          : JsonParser.parse(Files.readAllBytes(file))
              .value()
              .map(StoredJson::read)
              .orElse(List.of());
    } catch (NoSuchFileException forgotten) {
      // Another process has ended a comparison since the folder was listed, and forgot the oldest.
      return List.of();
    }
  }
}
