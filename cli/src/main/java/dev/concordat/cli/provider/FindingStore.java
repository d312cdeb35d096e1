package dev.concordat.cli.provider;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The findings of the newest runs against providers, in Concordat's home folder, a file for each run.
final class FindingStore {
  private static final String FOLDER = "providers";
  private static final String ENDING = ".json";
  private static final int RUNS_KEPT = 50;
  private static final int MAX_FILE_BYTES = 64 << 20;

  private final Path folder;

  /// @param home Concordat's home folder
  FindingStore(Path home) {
    this.folder = home.resolve(FOLDER);
  }

  /// Keeps the findings of a run, and of older runs as many as there is room for.
  ///
  /// @param provider the address without a path
  void save(ConformReport report, String provider) throws IOException {
    if (report.findings().isEmpty()) {
      return;
    }
    List<StoredFinding> findings =
        report.findings().stream().map(finding -> stored(finding, provider)).toList();
    Files.createDirectories(folder);
    // Names sort by time; the process id keeps two that end at once apart.
    String name =
        report.started().toString().replace(':', '-')
            + "-"
            + ProcessHandle.current().pid()
            + ENDING;
    WholeFile.write(folder.resolve(name), JsonText.compact(StoredFindingJson.of(findings)));
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(RUNS_KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private static StoredFinding stored(ConformFinding finding, String provider) {
    return new StoredFinding(
        finding.id(),
        finding.rule().id(),
        finding.operation(),
        finding.message(),
        provider,
        finding.rule().equals(ConformHttpRules.NOT_PROTECTED),
        finding.story().stream()
            .map(told -> new StoredStep(told.what(), told.request(), told.response()))
            .toList());
  }

  /// The findings whose id starts so; of each id that of the newest run.
  List<StoredFinding> find(String idPrefix) throws IOException {
    Map<String, StoredFinding> found = new LinkedHashMap<>();
    for (Path file : newestFirst()) {
      if (Files.size(file) <= MAX_FILE_BYTES) {
        JsonParser.parse(Files.readAllBytes(file)).value().map(StoredFindingJson::read).stream()
            .flatMap(List::stream)
            .filter(finding -> finding.id().startsWith(idPrefix))
            .forEach(finding -> found.putIfAbsent(finding.id(), finding));
      }
    }
    return List.copyOf(found.values());
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
}
