package dev.concordat.model.profile;

/// One value of a profile.
///
/// @param experiment what was done to see it, as one clause: `silence: 2 calls without an answer`
public record Measurement(Trait trait, Reading reading, String experiment, Sureness sureness) {
  /// What could not be measured is never sure.
  public Measurement {
    if (reading instanceof Reading.Unknown) {
      sureness = Sureness.NONE;
    }
  }

  public static Measurement unknown(Trait trait, String experiment, String reason) {
    return new Measurement(trait, new Reading.Unknown(reason), experiment, Sureness.NONE);
  }
}
