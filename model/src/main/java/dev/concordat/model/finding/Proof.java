package dev.concordat.model.finding;

import java.util.Locale;

/// The kinds of proof that Concordat gives.
public enum Proof {
  AGREE,
  CONFORM,
  FIDELITY,
  RESILIENCE,
  TIMING,
  FLOWS,
  DRIFT;

  /// The name as it is written on the command line and in rule ids.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
