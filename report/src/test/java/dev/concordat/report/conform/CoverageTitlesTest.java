package dev.concordat.report.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.report.terminal.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Operations in columns, whatever the width and however long their paths.
final class CoverageTitlesTest {

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 41, 42, 43, 44, 45, 46, 47, 48, 60, 100, 200})
  void aPathThatIsJustTooLongForItsColumnIsTold(int width) {
    // When
    String told = new ConformText(Style.PLAIN, width, false).render(SampleConform.broken());

    // Then
    assertThat(told).contains("what was reached", "POST /books/{id");
  }
}
