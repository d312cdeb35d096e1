package dev.concordat.engine.resilience;

import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ResilienceRules;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong with how a subscriber takes messages. Brokers give a message more than once, so doing its work twice is wrong where the
/// message says which it is; where it does not, and where the order matters, that is described, and only a promise makes it wrong.
public final class MessageJudgement {
  private MessageJudgement() {}

  /// What is wrong; empty where nothing is.
  ///
  /// @param identity by what the subscriber could tell that a message has come before
  /// @param promises of the subscriber about messages of this broker
  public static List<Wrong> of(Profile profile, Optional<String> identity, List<Promise> promises) {
    List<Wrong> wrongs = new ArrayList<>();
    if (profile.reading(Trait.DUPLICATES).orElse(null) instanceof Reading.Word(String word)
        && word.startsWith(Duplicates.TWICE)
        && identity.isPresent()) {
      wrongs.add(
          new Wrong(
              ResilienceRules.MESSAGE_PROCESSED_TWICE,
              false,
              "",
              "a message of "
                  + profile.operation()
                  + " came twice with one id ("
                  + identity.get()
                  + "), and what "
                  + profile.link().consumer()
                  + " does with it was "
                  + word,
              new Comparison(Duplicates.ONCE, word),
              Optional.empty()));
    }
    boolean isTold = !wrongs.isEmpty();
    promises.stream()
        .filter(promise -> !(isTold && promise.trait().equals(Optional.of(Trait.DUPLICATES))))
        .forEach(promise -> promise.brokenBy(profile).ifPresent(wrongs::add));
    return List.copyOf(wrongs);
  }
}
