package dev.concordat.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonArray;
import dev.concordat.report.terminal.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What reports do with very many findings: the formats for people show the first and say how many there are, JSON has all.
final class ComparisonLimitsTest {
  private static final int BREAKS = 1_000;

  @Test
  void textShowsTheFirstAndCountsTheRest() {
    String text =
        new ComparisonText(Style.PLAIN, 100, false).render(SampleComparison.large(BREAKS));

    assertThat(text)
        .startsWith("✗ 1000 breaks: ")
        .contains("and 960 more findings; --all shows them");
  }

  @Test
  void textShowsAllWhenAskedTo() {
    String text = new ComparisonText(Style.PLAIN, 100, true).render(SampleComparison.large(BREAKS));

    assertThat(text.lines().filter(line -> line.startsWith("✗ agree/"))).hasSize(BREAKS);
  }

  @Test
  void jsonHasAll() {
    var json = ComparisonJson.of(SampleComparison.large(BREAKS));

    assertThat(((JsonArray) json.member("differences").orElseThrow()).items()).hasSize(BREAKS);
  }

  @Test
  void annotationsStayWithinWhatGitHubTakesOfAStep() {
    List<String> lines = ComparisonAnnotations.of(SampleComparison.large(BREAKS)).lines().toList();

    assertThat(lines).hasSize(10);
    assertThat(lines.getLast()).endsWith("%0A%0A+990 more; the report has all");
  }

  @Test
  void markdownStaysBelowWhatGitHubTakesForAComment() {
    String text = ComparisonMarkdown.of(SampleComparison.large(BREAKS));

    assertThat(text.length()).isLessThan(65_536);
    assertThat(text).containsPattern("and \\d+ more; the JSON report has them");
  }
}
