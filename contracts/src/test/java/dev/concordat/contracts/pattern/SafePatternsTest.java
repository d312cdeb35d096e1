package dev.concordat.contracts.pattern;

import static dev.concordat.model.matching.PatternEngine.Answer.DIFFERS;
import static dev.concordat.model.matching.PatternEngine.Answer.MATCHES;
import static dev.concordat.model.matching.PatternEngine.Answer.NOT_A_PATTERN;
import static dev.concordat.model.matching.PatternEngine.Answer.TOO_COSTLY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternsTest {
  private final SafePatterns patterns = new SafePatterns();

  @Test
  void matchesTheWholeTextOrFindsAPart() {
    assertThat(patterns.match("\\d+", "42")).isEqualTo(MATCHES);
    assertThat(patterns.match("\\d+", "42a")).isEqualTo(DIFFERS);
    assertThat(patterns.find("\\d+", "a42a")).isEqualTo(MATCHES);
  }

  @Test
  void knowsLookAroundAndBackReferences() {
    assertThat(patterns.match("(?!0)\\d+", "42")).isEqualTo(MATCHES);
    assertThat(patterns.match("(a|b)\\1", "ab")).isEqualTo(DIFFERS);
  }

  @Test
  void isLinearWhereBacktrackingWouldNotEnd() {
    assertThat(patterns.match("(a+)+b", "a".repeat(100_000))).isEqualTo(DIFFERS);
  }

  @Test
  void givesUpWhatWouldNotEnd() {
    assertThat(patterns.match("(a|aa)+\\1b", "a".repeat(200))).isEqualTo(TOO_COSTLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1,300}){1,300}){1,300}",
        "(?:(?:(?:a{0,1000}){0,1000}){0,1000}){0,1000}a",
        "(\\p{Ll}{1,999}[\\]{a]{0,5}){200,}|((a{500}){500,}){1,2}|a",
        "((((a{9}){9}){9}){9}){9}{9}{9}{9}{9}|a",
      })
  void countsInCountsAreNotWrittenOut(String pattern) {
    assertThat(Unrolled.isSmall(pattern)).isFalse();
    assertThat(patterns.find(pattern, "a")).isEqualTo(MATCHES);
    assertThat(patterns.match(pattern, "b")).isNotEqualTo(MATCHES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z]{1,1000}",
        "(\\{[{]{2}){20}",
        "a{",
        "a{x}",
        "a{,3}",
        "(a{300}|b{300}){150}",
        "\\"
      })
  void usualCountsAreLeftToRe2(String pattern) {
    assertThat(Unrolled.isSmall(pattern)).isTrue();
  }

  @Test
  void tellsWhatIsNoPattern() {
    assertThat(patterns.match("([", "")).isEqualTo(NOT_A_PATTERN);
    assertThat(patterns.isPattern("([")).isFalse();
  }
}
