package dev.concordat.report.comparison;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.WholeFile;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a comparison in one folder: `comparison.txt`, `comparison.json`, `comparison.md`, `comparison.sarif`,
/// `junit.xml`. Each appears whole or not at all.
public final class ComparisonFiles {
  private static final int WIDTH = 120;

  private final Path folder;

  /// @param folder made when the first file is written
  public ComparisonFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes all files, replacing older ones.
  public void write(ComparisonReport report) throws IOException {
    Files.createDirectories(folder);
    put("comparison.txt", new ComparisonText(Style.PLAIN, WIDTH, false).render(report));
    put("comparison.json", JsonText.pretty(ComparisonJson.of(report)) + "\n");
    put("comparison.md", ComparisonMarkdown.of(report));
    put("comparison.sarif", JsonText.pretty(ComparisonSarif.of(report)) + "\n");
    put("junit.xml", ComparisonJunit.of(report));
  }

  private void put(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text);
  }
}
