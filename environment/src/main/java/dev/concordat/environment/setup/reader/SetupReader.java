package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.detect.Detected;
import dev.concordat.environment.setup.detect.Detector;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/// Reads what a folder holds: detected from its files, overridden by its `concordat.yaml` if there is one.
public final class SetupReader {
  private SetupReader() {}

  /// What is there and what is written.
  ///
  /// @param root the workspace folder; one without anything to test gives a setup with a problem that says what to do
  public static Setup read(Path root) {
    return detect(root);
  }

  /// What is there, whatever `concordat.yaml` says.
  public static Setup detect(Path root) {
    Workspace workspace = Workspace.open(root);
    Detected detected = Detector.detect(workspace, List.of());
    return new Assembly(workspace).assemble(detected);
  }
}
