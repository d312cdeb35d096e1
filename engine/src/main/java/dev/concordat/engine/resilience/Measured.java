package dev.concordat.engine.resilience;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/// A profile with the trials that it was read from.
///
/// @param usual how many requests of the operation one undisturbed call leads to
/// @param trials all disturbed calls
/// @param undocumented answers to the consumer's caller that its contract does not name, each with what was wrong
/// @param answered what became of the answers that the provider's contract allows
public record Measured(
    Profile profile,
    int usual,
    List<Trial> trials,
    List<Undocumented> undocumented,
    List<Answered> answered) {
  public Measured {
    trials = List.copyOf(trials);
    undocumented = List.copyOf(undocumented);
    answered = List.copyOf(answered);
  }

  /// With one more value in its profile.
  public Measured with(Measurement more) {
    List<Measurement> all = new ArrayList<>(profile.measurements());
    all.add(more);
    var with = new Profile(profile.link(), profile.operation(), profile.cause(), all);
    return new Measured(with, usual, trials, undocumented, answered);
  }

  /// An answer that the consumer does not document.
  ///
  /// @param problem what is wrong with it, as a clause
  public record Undocumented(Disturbance disturbance, String problem) {}
}
