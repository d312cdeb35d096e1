package dev.concordat.contracts.pattern;

import static dev.concordat.model.matching.PatternEngine.Answer.DIFFERS;
import static dev.concordat.model.matching.PatternEngine.Answer.MATCHES;
import static dev.concordat.model.matching.PatternEngine.Answer.NOT_A_PATTERN;
import static dev.concordat.model.matching.PatternEngine.Answer.TOO_COSTLY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  @Test
  void tellsWhatIsNoPattern() {
    assertThat(patterns.match("([", "")).isEqualTo(NOT_A_PATTERN);
    assertThat(patterns.isPattern("([")).isFalse();
  }
}
