package dev.concordat.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
  @Test
  void showsTheMapWithGoodAndBrokenLinksAndEveryIncident() {
    String page = HtmlReport.of(SampleRun.broken());

    assertThat(page)
        .contains("class=\"link broken\"", "class=\"link holds\"", "class=\"link unseen\"")
        .contains("concordat replay 7f3a91", "concordat replay a0b1c2")
        .contains("payments/openapi.yaml:88");
  }

  @Test
  void marksTheGuiltyArrowAndDrawsTheMissingMessageDashed() {
    String page = HtmlReport.of(SampleRun.broken());

    assertThat(page).contains("class=\"arrow guilty\"", "class=\"arrow missing\"");
  }

  @Test
  void turnsNothingThatASystemSentIntoMarkup() {
    String page = HtmlReport.of(SampleRun.broken());

    assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
  }

  @Test
  void needsNoOtherFileAndNoNetwork(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), HtmlReport.of(SampleRun.broken()));

    assertThat(Files.readString(file))
        .doesNotContain("src=\"http", "href=\"http", "@import", "url(http");
  }
}
