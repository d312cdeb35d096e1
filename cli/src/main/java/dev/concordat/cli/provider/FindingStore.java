package dev.concordat.cli.provider;

import dev.concordat.cli.files.KeptFiles;
import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance.Tested;
import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Step;
import dev.concordat.conform.talk.Identity;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /// @param contract the contract's file, absolute
  void save(Tested tested, ConformOptions options, Path contract) throws IOException {
    if (tested.failures().isEmpty()) {
      return;
    }
    List<StoredFinding> findings = new ArrayList<>();
    for (int i = 0; i < tested.failures().size(); i++) {
      Failure failure = tested.failures().get(i);
      findings.add(
          new StoredFinding(
              failure,
              options.provider().toString(),
              contract.toString(),
              options.basePath(),
              options.seed(),
              steps(failure, tested.report().findings().get(i))));
    }
    files.keep(StoredFindingJson.of(findings));
  }

  private static List<StoredStep> steps(Failure failure, ConformFinding finding) {
    List<StoredStep> steps = new ArrayList<>();
    for (int i = 0; i < finding.story().size(); i++) {
      Told told = finding.story().get(i);
      Step step = failure.story().get(i);
      Identity identity = step.identity();
      steps.add(new StoredStep(told.what(), identity, told.request(), told.response()));
    }
    return steps;
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
