package dev.concordat.report;

import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.RunReport;
import dev.concordat.report.html.HtmlReport;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.junit.JunitXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a report in one folder: `report.html`, `report.json`, `junit.xml`. Each appears whole or not at all.
public final class ReportFiles {
  private final Path folder;

  /// @param folder made when the first file is written
  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /// The page for people.
  public Path page() {
    return folder.resolve("report.html");
  }

  /// Writes all files, replacing older ones.
  public void write(RunReport run) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(page(), HtmlReport.of(run));
    WholeFile.write(folder.resolve("report.json"), JsonText.pretty(JsonReport.of(run)) + "\n");
    WholeFile.write(folder.resolve("junit.xml"), JunitXml.of(run));
  }
}
