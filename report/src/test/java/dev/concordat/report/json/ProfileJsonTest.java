package dev.concordat.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileJsonTest {
  private static final Profile PROFILE =
      new Profile(
          new LinkName("orders", "payments"),
          "payments.createCharge",
          "orders.placeOrder",
          List.of(
              measured(Trait.READ_TIMEOUT, new Reading.Time(Duration.ofMillis(2010))),
              measured(Trait.RETRIES_AFTER_ERROR, new Reading.Count(3)),
              measured(
                  Trait.RETRIES_AFTER_RESET, new Reading.StillGoing(40, Duration.ofSeconds(6))),
              measured(Trait.BACKOFF, new Reading.Word("exponential")),
              measured(Trait.JITTER, new Reading.Claim(true)),
              measured(Trait.RECOVERY, new Reading.NotWithin(Duration.ofSeconds(20))),
              measured(Trait.CONNECT_TIMEOUT, new Reading.Unknown("it looks like silence"))));

  @Test
  void whatIsWrittenIsReadAgain() {
    // Given
    JsonObject written = ProfileJson.of(PROFILE);

    // When
    Optional<Profile> read = ProfileJson.read(written);

    // Then
    assertThat(read).contains(PROFILE);
  }

  @Test
  void everyKindOfReadingHasItsOwnMember() {
    // Given
    Profile profile = PROFILE;

    // When
    String text = JsonText.pretty(ProfileJson.of(profile));

    // Then
    assertThat(text)
        .contains("\"millis\": 2010", "\"count\": 3", "\"stillGoing\": 40", "\"claim\": true")
        .contains("\"word\": \"exponential\"", "\"notWithinMillis\": 20000")
        .contains("\"unknown\": \"it looks like silence\"");
  }

  private static Measurement measured(Trait trait, Reading reading) {
    return new Measurement(trait, reading, "503: 10 calls", Sureness.SURE);
  }
}
