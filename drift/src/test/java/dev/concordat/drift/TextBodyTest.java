package dev.concordat.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.model.drift.DriftReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a mock says, where it keeps its body as one text.
class TextBodyTest {
  @TempDir private Path folder;

  @Test
  void theValueThatIsMeantIsShownAndNotTheWholeBody() {
    // Given
    PlainMock lie =
        ShopMocks.trueOnes().stream()
            .filter(mock -> mock.name().equals("status"))
            .findFirst()
            .orElseThrow()
            .change("\"served\": 3", "\"served\": \"three\"");

    // When
    DriftReport report =
        CheckSetup.NOTHING.withContract().check(folder, MockFormat.HAR, List.of(lie)).report();

    // Then
    assertThat(report.stubs())
        .flatExtracting(stub -> stub.lies())
        .extracting(found -> found.said().text())
        .containsExactly("/served: \"three\"");
  }
}
