package dev.concordat.cli.comparison;

import dev.concordat.cli.files.KeptFiles;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The witnesses of the newest comparisons in Concordat's home folder, a file for each comparison.
final class ComparisonStore {
  private static final String FOLDER = "comparisons";
  private static final int COMPARISONS_KEPT = 50;
  private static final int MAX_DIFFERENCES = 2_000;
  private static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

  private final KeptFiles files;

  /// @param home Concordat's home folder
  ComparisonStore(Path home) {
    this.files = new KeptFiles(home.resolve(FOLDER), COMPARISONS_KEPT, MAX_FILE_BYTES);
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
    files.keep(
        StoredJson.of(differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size()))));
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

  /// The differences whose id starts so; of each id those of the newest comparison that has it.
  List<FoundDifference> find(String idPrefix) throws IOException {
    Map<String, List<StoredDifference>> found = new LinkedHashMap<>();
    for (Path file : files.newestFirst()) {
      Map<String, List<StoredDifference>> inFile = new LinkedHashMap<>();
      for (StoredDifference each : files.read(file).map(StoredJson::read).orElse(List.of())) {
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
}
