package dev.concordat.cli.provider;

import dev.concordat.cli.files.KeptFiles;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.finding.ConformHttpRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings of the newest runs against providers, in Concordat's home folder, a file for each run.
final class FindingStore {
  private static final String FOLDER = "providers";
  private static final int RUNS_KEPT = 50;
  private static final int MAX_FILE_BYTES = 64 << 20;

  private final KeptFiles files;

  /// @param home Concordat's home folder
  FindingStore(Path home) {
    this.files = new KeptFiles(home.resolve(FOLDER), RUNS_KEPT, MAX_FILE_BYTES);
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
    files.keep(StoredFindingJson.of(findings));
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
    for (Path file : files.newestFirst()) {
      files.read(file).map(StoredFindingJson::read).stream()
          .flatMap(List::stream)
          .filter(finding -> finding.id().startsWith(idPrefix))
          .forEach(finding -> found.putIfAbsent(finding.id(), finding));
    }
    return List.copyOf(found.values());
  }
}
