package dev.concordat.cases.value;

import dev.concordat.cases.pattern.Patterns;
import java.util.List;
import java.util.Optional;

/// Text of wanted lengths, in and against what a schema says of it.
public final class TextMaker {
  /// Longer text is not made, in characters.
  public static final int MAX_LENGTH = 100_000;

  private final long seed;

  TextMaker(long seed) {
    this.seed = seed;
  }

  /// Text that keeps the pattern, or any where there is none, with so many characters; nothing where a format decides.
  public Optional<String> matching(Facts facts, int least, int most, String path) {
    if (facts.format().flatMap(f -> Formats.text(f, Dice.at(seed, path))).isPresent()) {
      return Optional.empty();
    }
    return facts.pattern().isPresent()
        ? Patterns.shortest(facts.pattern().get(), least, most)
        : Optional.of(Strings.words(least, most, Dice.at(seed, path)));
  }

  /// Text that is plainly not in the format; nothing where the format is not known.
  public Optional<List<String>> unlike(String format) {
    return Formats.unlike(format);
  }
}
