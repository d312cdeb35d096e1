package dev.concordat.model.drift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why two true answers differ in a place. Each kind still says something of the value: it is no permission to be anything.
public enum NoiseKind {
  /// An identifier that is made anew: of the same form, not of the same value.
  ID,
  /// A moment: written in the same way.
  TIME,
  /// The order of a list: the same items.
  ORDER,
  /// A number that grows or changes: still a number.
  COUNTER,
  /// Any other text: still a text.
  RANDOM_TEXT;

  /// The word in files: `random-text`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of a word; empty for other words.
  public static Optional<NoiseKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
