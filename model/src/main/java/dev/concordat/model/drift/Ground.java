package dev.concordat.model.drift;

import java.util.Locale;

/// What a finding rests on, the surest first.
public enum Ground {
  /// A sentence of the provider's contract.
  CONTRACT,
  /// What the running provider answered.
  PROVIDER,
  /// What a recording shows that the provider answered.
  RECORDING,
  /// The rules of noise that a file holds.
  NOISE;

  /// The word as it is shown and written in files.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
