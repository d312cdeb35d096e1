package dev.concordat.cli.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TrainingTest {
  @Test
  void itsContractsAreReadToTheEndAndHaveDifferencesOfManyKinds() throws IOException {
    String report = Training.run(LocalDate.parse("2026-11-28"));

    assertThat(report)
        .contains("agree/body-refused")
        .contains("agree/parameter-refused")
        .contains("agree/operation-removed")
        .contains("agree/response-body-unexpected")
        .contains("\"kind\": \"http-response\"")
        .doesNotContain("contract/");
  }
}
