package dev.concordat.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresWordsTest {
  @Test
  void whatASubscriberMakesOfMessagesIsOneLine() {
    // Given
    var profile =
        new Profile(
            new LinkName("notifications", "kafka"),
            "kafka.orders.confirmed",
            "orders.placeOrder",
            List.of(
                measured(Trait.DUPLICATES, new Reading.Word("carried out once")),
                measured(Trait.ORDER, new Reading.Word("the same afterwards"))));

    // When
    String told = MeasuresWords.heading(profile) + ": " + MeasuresWords.line(profile);

    // Then
    assertThat(told)
        .isEqualTo(
            "notifications → kafka.orders.confirmed: duplicates carried out once · order the same"
                + " afterwards");
  }

  @Test
  void whereNothingIsKnownTheReasonIsTold() {
    // Given
    var profile =
        new Profile(
            new LinkName("notifications", "kafka"),
            "kafka.orders.confirmed",
            "orders.placeOrder",
            List.of(Measurement.unknown(Trait.DUPLICATES, "1 message", "nothing can be seen")));

    // Then
    assertThat(MeasuresWords.line(profile)).isEqualTo("unknown: nothing can be seen");
  }

  private static Measurement measured(Trait trait, Reading reading) {
    return new Measurement(trait, reading, "1 message", Sureness.LIKELY);
  }
}
