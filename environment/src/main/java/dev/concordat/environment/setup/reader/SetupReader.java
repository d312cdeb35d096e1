package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.config.ConfigFile;
import dev.concordat.environment.setup.config.ConfigReader;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.detect.DataFiles;
import dev.concordat.environment.setup.detect.Declared;
import dev.concordat.environment.setup.detect.Detected;
import dev.concordat.environment.setup.detect.Detector;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a folder holds: detected from its files, overridden by its `concordat.yaml` if there is one.
public final class SetupReader {
  private SetupReader() {}

  /// What is there and what is written.
  ///
  /// @param root the workspace folder; one without anything to test gives a setup with a problem that says what to do
  public static Setup read(Path root) {
    return read(root, Map.of());
  }

  /// What is there and what is written.
  ///
  /// @param variables the environment that compose files may refer to, as `${NAME}`
  public static Setup read(Path root, Map<String, String> variables) {
    Workspace workspace = Workspace.open(root, variables);
    return read(workspace, ConfigReader.read(workspace));
  }

  /// What is there, whatever `concordat.yaml` says.
  public static Setup detect(Path root) {
    return read(Workspace.open(root), ConfigFile.NONE);
  }

  private static Setup read(Workspace workspace, ConfigFile config) {
    List<Declared> declared = config.systems().stream().map(SetupReader::declared).toList();
    Detected detected = Detector.detect(workspace, declared, config.leftOut());
    var parts = new PartOverlay(workspace, detected.parts());
    var systems = new SystemOverlay(workspace);
    var drafts = new ArrayList<Draft>();
    for (Draft draft : detected.systems()) {
      Optional<ConfigSystem> written =
          config.systems().stream().filter(one -> one.name().equals(draft.name())).findFirst();
      drafts.add(written.map(one -> parts.apply(systems.apply(draft, one), one)).orElse(draft));
    }
    var files = new DataFiles(workspace, drafts);
    List<PartSpec> filled =
        new DataOverlay(workspace, files)
            .apply(files.fill(parts.parts(), detected.services()), drafts, config);
    return new Assembly(workspace, config)
        .assemble(
            drafts,
            filled,
            new FlowOverlay(workspace).apply(detected.flows(), config),
            detected.definitions());
  }

  private static Declared declared(ConfigSystem system) {
    return new Declared(system.name(), system.folder(), system.run().isPresent(), system.place());
  }
}
