package dev.concordat.compare.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.lifecycle.LifecycleChange.Kind;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecyclePolicyTest {
  private static final int STABLE_DAYS = 30;
  private static final int BETA_DAYS = 10;
  private final LifecyclePolicy policy =
      new LifecyclePolicy(
          new Policies(
              Reading.CLOSED,
              Policies.Stored.BACKWARD,
              LocalDate.of(2030, 1, 1),
              STABLE_DAYS,
              BETA_DAYS));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '"',
      value = {
        "summary: a | deprecated: true | SUNSET_MISSING",
        "summary: a | deprecated: true, x-sunset: 2030-01-30 | SUNSET_TOO_SOON",
        "summary: a | deprecated: true, x-sunset: 2030-01-31 | DEPRECATED_WITH_SUNSET",
        "summary: a | deprecated: true, x-sunset: 2030-02-01T10:00:00Z | DEPRECATED_WITH_SUNSET",
        "summary: a | deprecated: true, x-sunset: soon | SUNSET_UNREADABLE",
        "summary: a | deprecated: true, x-stability-level: beta, x-sunset: 2030-01-11 |"
            + " STABILITY_DECREASED DEPRECATED_WITH_SUNSET",
        "x-stability-level: alpha | x-stability-level: alpha, deprecated: true | DEPRECATED",
        "x-stability-level: draft | x-stability-level: beta | STABILITY_INCREASED",
        "x-stability-level: stable | summary: a | -",
        "summary: a | x-stability-level: golden, deprecated: true | STABILITY_UNREADABLE",
        "deprecated: true | deprecated: false | REACTIVATED",
        "deprecated: true, x-sunset: 2031-01-01 | deprecated: true | SUNSET_REMOVED",
        "deprecated: true, x-sunset: 2031-01-01 | deprecated: true, x-sunset: 2030-01-05 |"
            + " SUNSET_MOVED_CLOSER",
        "deprecated: true, x-sunset: 2031-01-01 | deprecated: true, x-sunset: 2030-06-01 | -",
        "deprecated: true, x-sunset: 2030-01-02 | deprecated: true, x-sunset: 2030-01-05 | -",
        "deprecated: true, x-sunset: 2031-01-01 | deprecated: true, x-sunset: later |"
            + " SUNSET_UNREADABLE",
      })
  void holdsWhatIsSaidNowAgainstWhatWasPromised(String before, String after, String kinds)
      throws IOException {
    // Given
    Promise old = promise(before);
    Promise now = promise(after);

    // When
    List<LifecycleChange> changes = policy.changes(old, now, now.level());

    // Then
    String found = String.join(" ", changes.stream().map(change -> change.kind().name()).toList());
    assertThat(found).isEqualTo(kinds == null ? "" : kinds);
  }

  @Test
  void saysTheDayAndHowManyDaysArePromised() throws IOException {
    // Given
    Promise now = promise("deprecated: true, x-sunset: 2030-01-30");

    // When
    LifecycleChange change =
        policy.changes(promise("summary: a"), now, Stability.STABLE).getFirst();

    // Then
    assertThat(change.message())
        .isEqualTo(
            "deprecated until 2030-01-30, in 29 days; at least 30 days of notice are promised");
    assertThat(change.after()).map(it -> it.place().pointer()).contains("/paths/~1a/get/x-sunset");
    assertThat(change.kind()).isEqualTo(Kind.SUNSET_TOO_SOON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "summary: a | UNANNOUNCED",
        "deprecated: true | ANNOUNCED",
        "deprecated: true, x-sunset: 2030-01-02 | BEFORE_SUNSET",
        "deprecated: true, x-sunset: 2030-01-01 | AFTER_SUNSET",
        "deprecated: true, x-sunset: never | SUNSET_UNREADABLE",
        "x-stability-level: alpha | NEVER_PROMISED",
      })
  void tellsWhetherWhatIsGoneWasSaidToGo(String before, Removal removal) throws IOException {
    // Given
    Promise old = promise(before);

    // When
    Removal found = policy.removal(old);

    // Then
    assertThat(found).isEqualTo(removal);
  }

  private Promise promise(String members) throws IOException {
    Path file = folder.resolve("openapi.yaml");
    Files.writeString(
        file,
        """
        openapi: 3.1.0
        info: {title: a, version: "1"}
        paths:
          /a:
            get: {responses: {"200": {description: ok}}, %s}
        """
            .formatted(members));
    var contract = (OpenApiContract) new ContractReader(folder).read(file);
    return Promise.of(contract.operations().getFirst().written());
  }
}
