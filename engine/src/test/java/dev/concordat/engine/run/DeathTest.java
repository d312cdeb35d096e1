package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeathTest {
  @Test
  void theLineThatNamesAnErrorIsTold() {
    assertThat(
            Death.of(
                "web",
                died(
                    "    Error.captureStackTrace(err);",
                    "TypeError: fetch failed",
                    "    at fetch",
                    "Node.js v20")))
        .isEqualTo(
            "; it ended with exit code 1 while the environment ran: TypeError: fetch failed");
  }

  @Test
  void elseTheLastOne() {
    assertThat(Death.of("web", died("bye", " "))).endsWith("ran: bye");
    assertThat(Death.of("web", died())).endsWith("environment ran");
  }

  @Test
  void theDeathOfAnotherSystemIsNoReason() {
    assertThat(Death.of("orders", died("TypeError"))).isEmpty();
    assertThat(Death.of("web", Optional.empty())).isEmpty();
  }

  @Test
  void longLinesAreCut() {
    assertThat(Death.of("web", died("Error: " + "😀".repeat(500)))).hasSizeLessThan(600);
  }

  private static Optional<Trouble> died(String... lines) {
    return Optional.of(
        new Trouble(
            Trouble.Kind.ENVIRONMENT,
            "web",
            "ended with exit code 1 while the environment ran",
            "",
            List.of(lines)));
  }
}
