package dev.concordat.engine.store;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The runs in Concordat's home folder. Each has a folder of its own with `run.json`.
public final class RunStore {
  static final int FORMAT = 1;
  private static final String FILE = "run.json";

  private final Path runs;

  /// @param runs the folder of runs in Concordat's home
  public RunStore(Path runs) {
    this.runs = runs;
  }

  /// Writes down what replay needs.
  public void save(RunReport report, RunPlan plan) throws IOException {
    var stored =
        new StoredRun(
            report.runId(),
            Path.of(report.workspace()),
            report.seed(),
            plan.options().variables(),
            plan.options().against(),
            report.incidents().stream().map(RunStore::stored).toList());
    Path folder = Files.createDirectories(runs.resolve(report.runId()));
    Files.writeString(folder.resolve(FILE), JsonText.pretty(stored.toJson()) + "\n");
  }

  private static StoredRun.StoredIncident stored(Incident incident) {
    return new StoredRun.StoredIncident(
        incident.id(),
        incident.main().rule().id(),
        incident.main().system(),
        incident.owner().team(),
        incident.main().message(),
        incident.main().caseId());
  }

  /// An incident of a stored run.
  public record Found(StoredRun run, StoredRun.StoredIncident incident) {}

  /// The incidents whose id starts so, those of the newest run first; of each id only the newest.
  public List<Found> find(String idPrefix) throws IOException {
    var found = new LinkedHashMap<String, Found>();
    for (StoredRun run : newestFirst()) {
      for (StoredRun.StoredIncident incident : run.incidents()) {
        if (incident.id().startsWith(idPrefix)) {
          found.putIfAbsent(incident.id(), new Found(run, incident));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private List<StoredRun> newestFirst() throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> entries = Files.list(runs)) {
      folders = entries.sorted(Comparator.reverseOrder()).toList();
    }
    var read = new ArrayList<StoredRun>();
    for (Path folder : folders) {
      read(folder.resolve(FILE)).ifPresent(read::add);
    }
    return read;
  }

  private static Optional<StoredRun> read(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? JsonParser.parse(Files.readAllBytes(file)).value().flatMap(StoredRun::of)
        : Optional.empty();
  }
}
