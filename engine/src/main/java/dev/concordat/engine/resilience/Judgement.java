package dev.concordat.engine.resilience;

import dev.concordat.engine.answers.AllowedAnswer;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.ProfileChange;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with a profile: broken promises, a timeout that is gone, and the few behaviours that are wrong wherever they
/// are seen. A consumer without retries, breaker or fallback is not wrong; it is described.
public final class Judgement {
  /// So many repetitions, still going on, are meant to have no end.
  private static final int ENDLESS = 20;

  private final Measured measured;
  private final Profile profile;
  private final List<Wrong> wrongs = new ArrayList<>();

  private Judgement(Measured measured) {
    this.measured = measured;
    this.profile = measured.profile();
  }

  /// What is wrong; empty where nothing is.
  ///
  /// @param promises of the consumer about calls of this provider
  /// @param before the profiles of the last time; empty for none
  public static List<Wrong> of(Measured measured, List<Promise> promises, List<Profile> before) {
    var judgement = new Judgement(measured);
    judgement.timeouts(before);
    judgement.retries();
    judgement.answers();
    judgement.allowedAnswers();
    judgement.afterwards();
    promises.forEach(
        promise -> promise.brokenBy(judgement.profile).ifPresent(judgement.wrongs::add));
    return List.copyOf(judgement.wrongs);
  }

  private void timeouts(List<Profile> before) {
    connectTimeout(before);
    if (!(reading(Trait.READ_TIMEOUT) instanceof Reading.NotWithin(Duration waited))) {
      return;
    }
    Optional<ProfileChange> vanished = vanished(before, Trait.READ_TIMEOUT);
    if (vanished.isPresent()) {
      consumer(
          ResilienceRules.TIMEOUT_VANISHED,
          "gave up after "
              + vanished.get().before().text()
              + " when it was last measured, and waits for "
              + profile.operation()
              + " longer than "
              + Reading.text(waited)
              + " now",
          vanished.get().before().text(),
          vanished.get().after().text());
      return;
    }
    consumer(
        ResilienceRules.NO_TIMEOUT,
        "still waited for an answer of " + profile.operation() + " after " + Reading.text(waited),
        "a timeout",
        "none within " + Reading.text(waited));
  }

  /// Who never had one is described: the system itself gives up after two minutes.
  private void connectTimeout(List<Profile> before) {
    vanished(before, Trait.CONNECT_TIMEOUT)
        .ifPresent(
            it ->
                wrongs.add(
                    new Wrong(
                        ResilienceRules.TIMEOUT_VANISHED,
                        false,
                        "/connect",
                        profile.link().consumer()
                            + " gave up to connect to "
                            + profile.link().provider()
                            + " after "
                            + it.before().text()
                            + " when it was last measured; now "
                            + it.after().text(),
                        new Comparison(it.before().text(), it.after().text()),
                        Optional.empty())));
  }

  private Optional<ProfileChange> vanished(List<Profile> before, Trait trait) {
    return ProfileChange.between(before, List.of(profile)).stream()
        .filter(change -> change.isVanishedTimeout() && change.trait() == trait)
        .findFirst();
  }

  private void retries() {
    if (reading(Trait.RETRIES_AFTER_ERROR) instanceof Reading.StillGoing(int seen, Duration time)
        && seen >= ENDLESS) {
      consumer(
          ResilienceRules.ENDLESS_RETRIES,
          "repeated "
              + profile.operation()
              + " "
              + seen
              + " times within "
              + Reading.text(time)
              + ", and did not stop",
          "an end",
          seen + " repetitions");
    }
    Optional<Trial> repeated =
        measured.trials().stream()
            .filter(trial -> trial.disturbance() != Disturbance.DUPLICATE)
            .filter(trial -> trial.attempts().size() > measured.usual())
            .filter(trial -> isUnsafe(trial.attempts().getFirst().method()))
            .findFirst();
    if (repeated.isEmpty() || measured.usual() != 1) {
      return;
    }
    List<Attempt> attempts = repeated.get().attempts();
    String times = attempts.size() + " times for one call";
    long keys = attempts.stream().flatMap(it -> it.key().stream()).distinct().count();
    if (attempts.stream().anyMatch(attempt -> attempt.key().isEmpty())) {
      consumer(
          ResilienceRules.UNSAFE_RETRY,
          "sent "
              + attempts.getFirst().method()
              + " "
              + profile.operation()
              + " "
              + times
              + " after "
              + repeated.get().disturbance().word()
              + ", and nothing says that it is the same request",
          "one request, or an idempotency key",
          attempts.size() + " requests without a key");
    } else if (keys > 1) {
      consumer(
          ResilienceRules.RETRY_WITH_NEW_KEY,
          "sent " + profile.operation() + " " + times + " with " + keys + " idempotency keys",
          "1 key",
          keys + " keys");
    }
  }

  /// By RFC 9110 section 9.2.2 neither safe nor idempotent.
  private static boolean isUnsafe(String method) {
    return method.equals("POST") || method.equals("PATCH");
  }

  private void answers() {
    boolean gaveUp = reading(Trait.READ_TIMEOUT) instanceof Reading.Time;
    boolean isEndless = reading(Trait.RETRIES_AFTER_SILENCE) instanceof Reading.StillGoing;
    if (gaveUp
        && !isEndless
        && reading(Trait.ANSWER_TO_SILENCE) instanceof Reading.NotWithin(Duration waited)) {
      consumer(
          ResilienceRules.NO_ANSWER,
          "gave up " + profile.operation() + " and never told its own caller",
          "an answer",
          "none within " + Reading.text(waited));
    }
    // A system that has lost what it needs answers anything; that it lost it is the cause.
    boolean isBroken = reading(Trait.RECOVERY) instanceof Reading.NotWithin;
    measured.undocumented().stream()
        .filter(it -> !isBroken)
        .findFirst()
        .ifPresent(
            it ->
                consumer(
                    ResilienceRules.UNDOCUMENTED_ANSWER,
                    "when "
                        + profile.operation()
                        + " fails ("
                        + it.disturbance().word()
                        + "), "
                        + profile.cause()
                        + " gives an answer that is not documented: "
                        + it.problem(),
                    "a documented answer",
                    it.problem()));
  }

  /// A consumer whose answer to any failure is not documented is told so already.
  private void allowedAnswers() {
    if (reading(Trait.RECOVERY) instanceof Reading.NotWithin) {
      return;
    }
    List<Answered> wrong =
        measured.answered().stream().filter(it -> it.problem().isPresent()).toList();
    if (measured.undocumented().isEmpty()) {
      allowed(
          ResilienceRules.DOCUMENTED_ERROR_UNHANDLED,
          wrong.stream().filter(Answered::isError).toList());
    }
    allowed(
        ResilienceRules.ALLOWED_ANSWER_UNHANDLED,
        wrong.stream().filter(it -> !it.isError()).toList());
  }

  private void allowed(Rule rule, List<Answered> wrong) {
    if (wrong.isEmpty()) {
      return;
    }
    AllowedAnswer first = wrong.getFirst().answer();
    String problem = wrong.getFirst().problem().orElseThrow();
    String others =
        wrong.stream().skip(1).map(it -> it.answer().place()).collect(Collectors.joining(", "));
    wrongs.add(
        new Wrong(
            rule,
            false,
            first.place(),
            profile.link().consumer()
                + " does not cope when "
                + profile.operation()
                + " "
                + first.words()
                + ": "
                + problem
                + (others.isEmpty() ? "" : "; nor with what is allowed at " + others),
            new Comparison("an answer that is documented", problem),
            Optional.of(first.sentence())));
  }

  private void afterwards() {
    if (reading(Trait.RECOVERY) instanceof Reading.NotWithin(Duration waited)) {
      consumer(
          ResilienceRules.NO_RECOVERY,
          profile.cause()
              + " still failed "
              + Reading.text(waited)
              + " after "
              + profile.operation()
              + " worked again",
          "a good answer",
          "none within " + Reading.text(waited));
    }
    if (reading(Trait.CONNECTIONS) instanceof Reading.Word(String word)
        && word.equals(Leak.EVERY_CALL)) {
      consumer(
          ResilienceRules.CONNECTION_LEAK,
          "leaves a connection to " + profile.link().provider() + " open with every failed call",
          "connections are used again or closed",
          word);
    }
    if (reading(Trait.DUPLICATES) instanceof Reading.Word(String word)
        && word.startsWith(Duplicates.TWICE)
        && hasKey()) {
      wrongs.add(
          new Wrong(
              ResilienceRules.DUPLICATE_PROCESSED,
              true,
              "",
              profile.operation() + " came twice with one idempotency key and was " + word,
              new Comparison(Duplicates.ONCE, word),
              Optional.empty()));
    }
  }

  private boolean hasKey() {
    return measured.trials().stream()
        .filter(trial -> trial.disturbance() == Disturbance.DUPLICATE)
        .flatMap(trial -> trial.attempts().stream())
        .allMatch(attempt -> attempt.key().isPresent());
  }

  private Reading reading(Trait trait) {
    return profile.reading(trait).orElseGet(() -> new Reading.Unknown("it was not tried"));
  }

  private void consumer(Rule rule, String what, String expected, String actual) {
    String message =
        what.startsWith(profile.cause()) || what.startsWith("when ")
            ? what
            : profile.link().consumer() + " " + what;
    wrongs.add(
        new Wrong(rule, false, "", message, new Comparison(expected, actual), Optional.empty()));
  }
}
