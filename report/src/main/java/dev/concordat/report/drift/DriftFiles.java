package dev.concordat.report.drift;

import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a check of stubs in one folder: `drift.txt`, `drift.json`, `drift.sarif`, `junit.xml`. Each appears whole or
/// not at all.
public final class DriftFiles {
  private final Path folder;

  /// @param folder made when the first file is written
  public DriftFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes all files, replacing older ones.
  public void write(DriftReport report) throws IOException {
    Files.createDirectories(folder);
    put("drift.txt", new DriftText(Style.PLAIN, true).render(report));
    put("drift.json", JsonText.pretty(DriftJson.of(report)) + "\n");
    put("drift.sarif", JsonText.pretty(DriftSarif.of(report)) + "\n");
    put("junit.xml", DriftJunit.of(report));
  }

  private void put(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text);
  }
}
