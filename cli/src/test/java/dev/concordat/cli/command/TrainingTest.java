package dev.concordat.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.command.Training.Scope;
import dev.concordat.cli.run.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  @Test
  void itsCommandsAreUnderstoodItsContractsDifferInManyWaysAndItsStandInsAnswer(
      @TempDir Path folder) throws IOException {
    // Given
    var installation = new Installation(folder, folder, folder.resolve("home"), folder, Map.of());

    // When
    String told = Training.run(installation, LocalDate.parse("2026-11-28"), Scope.EVERYTHING);

    // Then
    assertThat(told)
        .contains("Usage: concordat")
        .contains("agree/body-refused")
        .contains("agree/parameter-refused")
        .contains("agree/operation-removed")
        .contains("agree/response-body-unexpected")
        .contains("agree/status-unexpected")
        .contains("agree/meaning-changed")
        .contains("which makes no difference to messages")
        .contains("Workshop 1.4.0 → 2.0.0")
        .contains("\"kind\": \"http-response\"")
        .contains("✓ nothing breaks")
        .contains("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConcordat-Stand-In")
        .contains("HTTP/1.1 201 Created\r\nLocation: /v1/orders/")
        .contains("HTTP/1.1 204 No Content\r\nMatched-Stub-Id")
        .contains("{\"limit\":\"7\",\"sku\":\"A1\",\"path\":\"/orders\",\"id\"")
        .doesNotContain("no contracts that can be compared")
        .doesNotContain("Unknown option");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void trainsNothingThatServesWhereOnlyComparingIsMeant(@TempDir Path folder) throws IOException {
    // Given
    var installation = new Installation(folder, folder, folder.resolve("home"), folder, Map.of());

    // When
    String told = Training.run(installation, LocalDate.parse("2026-11-28"), Scope.COMPARING);

    // Then
    assertThat(told)
        .contains("agree/response-body-unexpected")
        .contains("✓ nothing breaks")
        .doesNotContain("HTTP/1.1 201 Created\r\nLocation: /v1/orders/");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void trainsOnlyStandInsWhereServingIsMeant(@TempDir Path folder) throws IOException {
    // Given
    var installation = new Installation(folder, folder, folder.resolve("home"), folder, Map.of());

    // When
    String told = Training.run(installation, LocalDate.parse("2026-11-28"), Scope.SERVING);

    // Then
    assertThat(told)
        .contains("HTTP/1.1 201 Created\r\nLocation: /v1/orders/")
        .contains("HTTP/1.1 204 No Content\r\nMatched-Stub-Id")
        .doesNotContain("agree/response-body-unexpected");
    assertThat(folder).isEmptyDirectory();
  }
}
