package dev.concordat.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every format of every kind of comparison as people and tools get it: `comparison/` in the test resources.
/// `-Dgolden=update` writes the texts anew.
final class GoldenComparisonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/comparison").toAbsolutePath();

  /// A format, and the ending of its file.
  enum Format {
    TXT,
    JSON,
    MD,
    SARIF,
    GITHUB,
    XML;

    String of(ComparisonReport report) {
      return switch (this) {
        case TXT -> new ComparisonText(Style.PLAIN, 100, false).render(report);
        case JSON -> JsonText.pretty(ComparisonJson.of(report)) + "\n";
        case MD -> ComparisonMarkdown.of(report);
        case SARIF -> JsonText.pretty(ComparisonSarif.of(report)) + "\n";
        case GITHUB -> ComparisonAnnotations.of(report);
        case XML -> ComparisonJunit.of(report);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatBreaks(Format format) throws IOException {
    assertGolden("broken", format, SampleComparison.broken());
  }

  @ParameterizedTest
  @EnumSource
  void tellsThatNothingBreaks(Format format) throws IOException {
    assertGolden("holding", format, SampleComparison.holding());
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatCouldNotBeCompared(Format format) throws IOException {
    assertGolden("troubled", format, SampleComparison.troubled());
  }

  private static void assertGolden(String name, Format format, ComparisonReport report)
      throws IOException {
    Path file = GOLDEN.resolve(name + "." + format.name().toLowerCase(Locale.ROOT));
    String text = format.of(report);
    if (System.getProperty("golden", "").equals("update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }
}
