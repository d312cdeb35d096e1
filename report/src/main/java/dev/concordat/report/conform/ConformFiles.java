package dev.concordat.report.conform;

import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a run against one provider in one folder: `conform.txt`, `conform.json`, `conform.sarif`, `junit.xml`. Each
/// appears whole or not at all.
public final class ConformFiles {
  private static final int WIDTH = 120;

  private final Path folder;

  /// @param folder made when the first file is written
  public ConformFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes all files, replacing older ones.
  public void write(ConformReport report) throws IOException {
    Files.createDirectories(folder);
    put("conform.txt", new ConformText(Style.PLAIN, WIDTH, true).render(report));
    put("conform.json", JsonText.pretty(ConformJson.of(report)) + "\n");
    put("conform.sarif", JsonText.pretty(ConformSarif.of(report)) + "\n");
    put("junit.xml", ConformJunit.of(report));
  }

  private void put(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text);
  }
}
