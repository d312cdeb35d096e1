package dev.concordat.report.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every format of every kind of run as people and tools get it: `conform/` in the test resources. `-Dgolden=update` writes
/// the texts anew.
final class GoldenConformTest {
  private static final Path GOLDEN = Path.of("src/test/resources/conform").toAbsolutePath();

  /// A format, and the ending of its file.
  enum Format {
    TXT,
    JSON,
    SARIF,
    GITHUB,
    XML;

    String of(ConformReport report) {
      return switch (this) {
        case TXT -> new ConformText(Style.PLAIN, 100, false).render(report);
        case JSON -> JsonText.pretty(ConformJson.of(report)) + "\n";
        case SARIF -> JsonText.pretty(ConformSarif.of(report)) + "\n";
        case GITHUB -> ConformAnnotations.of(report);
        case XML -> ConformJunit.of(report);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheFaults(Format format) throws IOException {
    assertGolden("broken", format, SampleConform.broken());
  }

  @ParameterizedTest
  @EnumSource
  void tellsThatNoneWasFound(Format format) throws IOException {
    assertGolden("holding", format, SampleConform.holding());
  }

  @ParameterizedTest
  @EnumSource
  void tellsThatNothingCouldBeTested(Format format) throws IOException {
    assertGolden("troubled", format, SampleConform.troubled());
  }

  private static void assertGolden(String name, Format format, ConformReport report)
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
