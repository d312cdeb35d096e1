package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.place.Place;
import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Reading TWO_SECONDS = new Reading.Time(Duration.ofSeconds(2));
  private static final Reading NO_TIMEOUT = new Reading.NotWithin(Duration.ofSeconds(33));

  @Test
  void describesAConsumerWithoutRetriesAndBreakerAndBlamesNobody() {
    // Given
    Measured plain = measured(List.of(), reading(Trait.READ_TIMEOUT, TWO_SECONDS));

    // When
    List<Wrong> wrongs = Judgement.of(plain, List.of(), List.of());

    // Then
    assertThat(wrongs).isEmpty();
  }

  @Test
  void aCallWithoutTimeoutIsWrongEverywhere() {
    // Given
    Measured waiting = measured(List.of(), reading(Trait.READ_TIMEOUT, NO_TIMEOUT));

    // When
    List<Wrong> wrongs = Judgement.of(waiting, List.of(), List.of());

    // Then
    assertThat(wrongs).extracting(Wrong::rule).containsExactly(ResilienceRules.NO_TIMEOUT);
    assertThat(wrongs.getFirst().message())
        .isEqualTo("orders still waited for an answer of payments.createCharge after 33.0 s");
  }

  @Test
  void aTimeoutThatVanishedIsToldAsThat() {
    // Given
    Measured now = measured(List.of(), reading(Trait.READ_TIMEOUT, NO_TIMEOUT));
    Profile before = profile(reading(Trait.READ_TIMEOUT, TWO_SECONDS));

    // When
    List<Wrong> wrongs = Judgement.of(now, List.of(), List.of(before));

    // Then
    assertThat(wrongs).extracting(Wrong::rule).containsExactly(ResilienceRules.TIMEOUT_VANISHED);
    assertThat(wrongs.getFirst().message()).contains("gave up after 2.00 s");
  }

  @Test
  void aRepeatedPostNeedsAKeyThatStaysTheSame() {
    // Given
    Measured without = measured(List.of(trial("POST", "", "")));
    Measured changing = measured(List.of(trial("POST", "a", "b")));
    Measured steady = measured(List.of(trial("POST", "a", "a")));
    Measured reading = measured(List.of(trial("GET", "", "")));

    // When
    List<Measured> all = List.of(without, changing, steady, reading);

    // Then
    assertThat(all)
        .extracting(it -> Judgement.of(it, List.of(), List.of()).stream().map(Wrong::rule).toList())
        .containsExactly(
            List.of(ResilienceRules.UNSAFE_RETRY),
            List.of(ResilienceRules.RETRY_WITH_NEW_KEY),
            List.of(),
            List.of());
  }

  @Test
  void promisesAreKeptWithinTheirToleranceAndBrokenBeyondIt() {
    // Given
    Measured link =
        measured(
            List.of(),
            reading(Trait.READ_TIMEOUT, new Reading.Time(Duration.ofMillis(2200))),
            reading(Trait.RETRIES_AFTER_ERROR, new Reading.Count(3)),
            reading(Trait.BACKOFF, new Reading.Unknown("nothing was repeated")),
            reading(Trait.FALLBACK, new Reading.Claim(false)));
    List<Promise> promises =
        List.of(
            promise("timeout", "2s"),
            promise("retries", "2"),
            promise("backoff", "fixed"),
            promise("fallback", "true"));

    // When
    List<Wrong> wrongs = Judgement.of(link, promises, List.of());

    // Then
    assertThat(wrongs).extracting(Wrong::pointer).containsExactly("/retries", "/fallback");
    assertThat(wrongs.getFirst().comparison().expected()).isEqualTo("retries: 2");
    assertThat(wrongs.getFirst().comparison().actual()).isEqualTo("3");
  }

  @Test
  void aConnectTimeoutThatVanishedIsToldAndOneThatNeverWasIsNot() {
    // Given
    Measured now = measured(List.of(), reading(Trait.CONNECT_TIMEOUT, NO_TIMEOUT));
    Profile before = profile(reading(Trait.CONNECT_TIMEOUT, TWO_SECONDS));

    // When
    List<Wrong> wrongs = Judgement.of(now, List.of(), List.of(before));

    // Then
    assertThat(wrongs).extracting(Wrong::rule).containsExactly(ResilienceRules.TIMEOUT_VANISHED);
    assertThat(wrongs.getFirst().message())
        .isEqualTo(
            "orders gave up to connect to payments after 2.00 s when it was last measured; now none"
                + " within 33.0 s");
    assertThat(Judgement.of(now, List.of(), List.of())).isEmpty();
  }

  @Test
  void orderAndMemoryAreWrongOnlyWhereTheyArePromised() {
    // Given
    Measured link =
        measured(
            List.of(),
            reading(Trait.CONNECT_TIMEOUT, new Reading.Time(Duration.ofSeconds(10))),
            reading(Trait.ORDER, new Reading.Word("differs: rows of stock.items left")),
            reading(Trait.MEMORY, new Reading.Word(MemoryGrowth.GROWS)));
    List<Promise> promises =
        List.of(
            promise("connect-timeout", "1s"), promise("order", "any"), promise("memory", "steady"));

    // When
    List<Wrong> wrongs = Judgement.of(link, promises, List.of());

    // Then
    assertThat(wrongs)
        .extracting(Wrong::pointer)
        .containsExactly("/connect-timeout", "/order", "/memory");
    assertThat(Judgement.of(link, List.of(), List.of())).isEmpty();
  }

  @Test
  void whatALostResourceLeadsToIsNotToldBesideIt() {
    // Given
    Profile broken =
        profile(reading(Trait.RECOVERY, new Reading.NotWithin(Duration.ofSeconds(20))));
    var undocumented = new Measured.Undocumented(Disturbance.ERROR, "it was answered with 500");

    // When
    List<Wrong> wrongs =
        Judgement.of(
            new Measured(broken, 1, List.of(), List.of(undocumented), List.of()),
            List.of(),
            List.of());

    // Then
    assertThat(wrongs).extracting(Wrong::rule).containsExactly(ResilienceRules.NO_RECOVERY);
  }

  private static Measured measured(List<Trial> trials, Measurement... measurements) {
    return new Measured(profile(measurements), 1, trials, List.of(), List.of());
  }

  private static Profile profile(Measurement... measurements) {
    return new Profile(
        new LinkName("orders", "payments"),
        "payments.createCharge",
        "orders.placeOrder",
        List.of(measurements));
  }

  private static Measurement reading(Trait trait, Reading reading) {
    return new Measurement(trait, reading, "503: 10 calls", Sureness.SURE);
  }

  private static Promise promise(String key, String value) {
    return new Promise(key, value, new Sentence(Place.of("concordat.yaml"), key + ": " + value));
  }

  /// A call that was repeated, with these keys; an empty one is none.
  private static Trial trial(String method, String... keys) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      Optional<String> key = Optional.of(keys[i]).filter(it -> !it.isEmpty());
      attempts.add(new Attempt(i, method, key, i, i, OptionalLong.empty()));
    }
    var call = new Call(0, 100, Optional.empty(), false, Optional.empty(), Map.of());
    return new Trial(Disturbance.ERROR, call, attempts, 1_000, 0);
  }
}
