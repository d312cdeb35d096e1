package dev.concordat.engine.resilience;

import static dev.concordat.engine.resilience.Behaviours.exponential;
import static dev.concordat.engine.resilience.Behaviours.fixed;
import static dev.concordat.engine.resilience.Behaviours.jittered;
import static dev.concordat.engine.resilience.Behaviours.linear;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.concordat.engine.resilience.Behaviours.Client;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.wire.capture.EventLoops;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small services whose behaviour is known, measured through real links, side by side since they mostly wait.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("measures timeouts within a tenth")
class ConsumerProfilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Limits LIMITS =
      new Limits(PATIENCE, Duration.ofSeconds(4), Duration.ofMinutes(2), 10, 2);
  private static final int SIDE_BY_SIDE = 14;
  private static final double TIMEOUT_WITHIN = 0.1;

  private final Map<String, Measured> measured = new LinkedHashMap<>();

  /// A consumer, and what its profile must say.
  record Known(
      String name,
      SmallConsumer.Behaviour behaviour,
      boolean isProviderCareful,
      Map<Trait, Object> expected) {
    Known(String name, SmallConsumer.Behaviour behaviour, Map<Trait, Object> expected) {
      this(name, behaviour, true, expected);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Known> consumers() {
    Client half = Client.posting().timeout(500);
    Client thrice = half.retries(3);
    return List.of(
        new Known(
            "a timeout of 0.5 s, no retries",
            half,
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.RETRIES_AFTER_ERROR,
                0,
                Trait.RETRIES_AFTER_SILENCE,
                0,
                Trait.CONNECTIONS,
                Leak.NONE,
                Trait.FALLBACK,
                false,
                Trait.DUPLICATES,
                Duplicates.ONCE)),
        new Known(
            "a timeout of 2 s, no retries",
            Client.posting().timeout(2000),
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofSeconds(2),
                Trait.ANSWER_TO_SILENCE,
                "502 after 2 s",
                Trait.RETRIES_AFTER_RESET,
                0)),
        new Known(
            "0.5 s to connect, 2 s to answer",
            Behaviours.connecting(500, 2000),
            Map.of(
                Trait.CONNECT_TIMEOUT,
                Duration.ofMillis(500),
                Trait.READ_TIMEOUT,
                Duration.ofSeconds(2))),
        new Known(
            "2 s to connect, 0.5 s to answer",
            Behaviours.connecting(2000, 500),
            Map.of(
                Trait.CONNECT_TIMEOUT,
                Duration.ofSeconds(2),
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500))),
        new Known(
            "no limit to connect, 0.5 s to answer",
            Behaviours.connecting(0, 500),
            Map.of(
                Trait.CONNECT_TIMEOUT,
                Reading.NotWithin.class,
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500))),
        new Known(
            "no timeout",
            Client.posting(),
            Map.of(Trait.READ_TIMEOUT, Reading.NotWithin.class, Trait.RETRIES_AFTER_ERROR, 0)),
        new Known(
            "no timeout, reading, three retries",
            Client.posting().reading().retries(3),
            Map.of(
                Trait.READ_TIMEOUT,
                Reading.NotWithin.class,
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.BACKOFF,
                Backoff.NONE)),
        new Known(
            "three retries at once",
            thrice,
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.RETRIES_AFTER_SILENCE,
                3,
                Trait.RETRIES_AFTER_RESET,
                3,
                Trait.BACKOFF,
                Backoff.NONE,
                Trait.JITTER,
                false,
                Trait.KEY,
                Retries.SAME_KEY)),
        new Known(
            "a timeout of 2 s, one retry",
            Client.posting().timeout(2000).retries(1).pauses(fixed(100)),
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofSeconds(2),
                Trait.RETRIES_AFTER_SILENCE,
                1,
                Trait.RETRIES_AFTER_ERROR,
                1,
                Trait.BACKOFF,
                Reading.Unknown.class)),
        new Known(
            "fixed pauses",
            thrice.pauses(fixed(120)),
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.BACKOFF,
                Backoff.FIXED,
                Trait.JITTER,
                false)),
        new Known(
            "exponential pauses",
            thrice.pauses(exponential(80)),
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.BACKOFF,
                Backoff.EXPONENTIAL,
                Trait.JITTER,
                false)),
        new Known(
            "linear pauses",
            thrice.pauses(linear(100)),
            Map.of(Trait.BACKOFF, Backoff.LINEAR, Trait.RETRIES_AFTER_SILENCE, 3)),
        new Known(
            "exponential pauses with jitter",
            thrice.pauses(jittered(exponential(100), 7)),
            Map.of(
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.BACKOFF,
                Backoff.EXPONENTIAL,
                Trait.JITTER,
                true)),
        new Known(
            "fixed pauses with jitter",
            thrice.pauses(jittered(fixed(200), 8)),
            Map.of(Trait.BACKOFF, Backoff.FIXED, Trait.JITTER, true)),
        new Known(
            "retries without end",
            Client.posting().timeout(500).retries(Behaviours.WITHOUT_END).pauses(fixed(50)),
            Map.of(
                Trait.RETRIES_AFTER_ERROR, Reading.StillGoing.class,
                Trait.RETRIES_AFTER_SILENCE, Reading.StillGoing.class,
                Trait.BACKOFF, Backoff.FIXED,
                Trait.READ_TIMEOUT, Duration.ofMillis(500))),
        new Known(
            "retries without end, exponential",
            half.retries(Behaviours.WITHOUT_END).pauses(exponential(100)),
            Map.of(
                Trait.RETRIES_AFTER_ERROR, Reading.StillGoing.class,
                Trait.BACKOFF, Backoff.EXPONENTIAL)),
        new Known(
            "repeats without a key",
            half.retries(2).pauses(fixed(60)).key(Behaviours.Key.NONE),
            Map.of(Trait.RETRIES_AFTER_ERROR, 2, Trait.KEY, Retries.NO_KEY)),
        new Known(
            "repeats with a new key",
            half.retries(2).pauses(fixed(60)).key(Behaviours.Key.NEW),
            Map.of(Trait.RETRIES_AFTER_ERROR, 2, Trait.KEY, Retries.NEW_KEY)),
        new Known(
            "a breaker that opens after four failures",
            Behaviours.breaker(half, 4, Duration.ofSeconds(1), 503),
            Map.of(
                Trait.BREAKER,
                4,
                Trait.RECOVERY,
                Duration.ofSeconds(1),
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.FALLBACK,
                false)),
        new Known(
            "a breaker with a fallback",
            Behaviours.breaker(half, 3, Duration.ofSeconds(2), 200),
            Map.of(Trait.BREAKER, 3, Trait.RECOVERY, Duration.ofSeconds(2), Trait.FALLBACK, true)),
        new Known(
            "a fallback without a breaker",
            Behaviours.fallback(half, 200),
            Map.of(
                Trait.FALLBACK,
                true,
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.BREAKER,
                "none in 10 failed calls")),
        new Known(
            "goes on behind its caller's back",
            Behaviours.inTheBackground(thrice.pauses(fixed(150))),
            Map.of(
                Trait.RETRIES_AFTER_ERROR,
                3,
                Trait.BACKOFF,
                Backoff.FIXED,
                Trait.ANSWER_TO_ERROR,
                "202 within a second")),
        new Known(
            "forgets its caller",
            Behaviours.forgetful(half),
            Map.of(
                Trait.READ_TIMEOUT,
                Duration.ofMillis(500),
                Trait.ANSWER_TO_SILENCE,
                Reading.NotWithin.class)),
        new Known(
            "loses a place with each failure",
            Behaviours.losingPlaces(half, 4),
            Map.of(Trait.RECOVERY, Reading.NotWithin.class)),
        new Known(
            "leaks connections",
            Behaviours.leaking(Duration.ofSeconds(1)),
            Map.of(
                Trait.CONNECTIONS,
                Leak.EVERY_CALL,
                Trait.RETRIES_AFTER_ERROR,
                0,
                Trait.READ_TIMEOUT,
                Duration.ofSeconds(1))),
        new Known(
            "a provider that carries out duplicates",
            half,
            false,
            Map.of(Trait.DUPLICATES, Duplicates.TWICE + ": charges")));
  }

  @BeforeAll
  void measureAllSideBySide() throws Exception {
    Map<String, Future<Measured>> running = new LinkedHashMap<>();
    try (EventLoops loops = EventLoops.open();
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (Known known : consumers()) {
        running.put(known.name(), threads.submit(() -> measure(known, loops)));
      }
      for (Map.Entry<String, Future<Measured>> one : running.entrySet()) {
        measured.put(one.getKey(), one.getValue().get());
      }
      // So many at a time disturb each other where the machine is busy: what then seems wrong is
      // measured by itself, as in use.
      for (Known known : consumers()) {
        if (!isAsExpected(known)) {
          measured.put(known.name(), measure(known, loops));
        }
      }
    }
  }

  private boolean isAsExpected(Known known) {
    Profile profile = Objects.requireNonNull(measured.get(known.name())).profile();
    return known.expected().entrySet().stream()
        .allMatch(it -> isAsExpected(profile, it.getKey(), it.getValue()));
  }

  private static Measured measure(Known known, EventLoops loops) throws Exception {
    try (var subject = new SmallSubject(known.behaviour(), known.isProviderCareful(), loops)) {
      return Experiments.measure(subject, LIMITS);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("consumers")
  void everyProfileSaysWhatTheConsumerDoes(Known known) {
    // Given
    Profile profile = Objects.requireNonNull(measured.get(known.name())).profile();

    // When
    Map<Trait, Object> expected = known.expected();

    // Then
    assertSoftly(
        softly ->
            expected.forEach(
                (trait, value) ->
                    softly
                        .assertThat(isAsExpected(profile, trait, value))
                        .as(
                            known.name()
                                + ": "
                                + trait.word()
                                + " is "
                                + value
                                + "\n"
                                + text(profile))
                        .isTrue()));
  }

  private static boolean isAsExpected(Profile profile, Trait trait, Object expected) {
    Reading reading = profile.reading(trait).orElseThrow();
    return switch (reading) {
      case Reading.Time(Duration time) ->
          expected instanceof Duration wanted && isNear(time, wanted);
      case Reading.Count(int count) -> expected.equals(count);
      case Reading.Word(String word) -> expected.equals(word);
      case Reading.Claim(boolean isTrue) -> expected.equals(isTrue);
      case Reading.NotWithin ignored -> expected.equals(Reading.NotWithin.class);
      case Reading.StillGoing ignored -> expected.equals(Reading.StillGoing.class);
      case Reading.Unknown ignored -> expected.equals(Reading.Unknown.class);
    };
  }

  private static boolean isNear(Duration measured, Duration known) {
    long apart = Math.abs(measured.toNanos() - known.toNanos());
    return apart <= known.toNanos() * TIMEOUT_WITHIN;
  }

  private static String text(Profile profile) {
    StringBuilder text = new StringBuilder();
    profile
        .measurements()
        .forEach(
            it ->
                text.append(it.trait().word())
                    .append(" = ")
                    .append(it.reading().text())
                    .append(" (")
                    .append(it.experiment())
                    .append(")\n"));
    return text.toString();
  }
}
