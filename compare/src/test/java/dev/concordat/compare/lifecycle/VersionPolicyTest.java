package dev.concordat.compare.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.0.0, true, NOT_RAISED",
    "1.0.0, 1.0.0, false, FINE",
    "1.0.0, 1.1.0, true, MAJOR_NOT_RAISED",
    "1.0.0, 2.0.0, true, FINE",
    "v1.9.3, v1.10.0, false, FINE",
    "2.0, 1.0, false, REVERSED",
    "1.10.0, 1.9.0, true, REVERSED",
    "1.0, 1.0, true, FINE",
    "2024-10-01, 2024-04-01, true, FINE",
    "green, blue, true, FINE",
  })
  void judgesTheStepFromOneVersionToTheNext(
      String before, String after, boolean isBreaking, VersionPolicy.Step expected) {
    // When
    VersionPolicy.Step step = VersionPolicy.step(before, after, isBreaking);

    // Then
    assertThat(step).isEqualTo(expected);
  }
}
