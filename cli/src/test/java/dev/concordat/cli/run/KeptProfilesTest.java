package dev.concordat.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProfilesTest {
  private static final Profile OLD =
      profile("createCharge", new Reading.Time(Duration.ofSeconds(2)));
  private static final Profile NEW =
      profile("createCharge", new Reading.NotWithin(Duration.ofSeconds(33)));
  private static final Profile OTHER =
      profile("refundCharge", new Reading.Time(Duration.ofSeconds(3)));

  @TempDir Path home;

  @Test
  void knowsTheNewestOfEachOperation() throws Exception {
    // Given
    KeptProfiles kept = KeptProfiles.of(home, Path.of("shop"));
    kept.keep(List.of(OLD, OTHER));

    // When
    kept.keep(List.of(NEW));

    // Then
    assertThat(kept.last()).containsExactlyInAnyOrder(NEW, OTHER);
    assertThat(KeptProfiles.of(home, Path.of("other")).last()).isEmpty();
  }

  private static Profile profile(String operation, Reading timeout) {
    return new Profile(
        new LinkName("orders", "payments"),
        "payments." + operation,
        "orders.placeOrder",
        List.of(new Measurement(Trait.READ_TIMEOUT, timeout, "silence: 2 calls", Sureness.SURE)));
  }
}
