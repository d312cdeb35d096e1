package dev.concordat.cases.value;

import dev.concordat.cases.pattern.Patterns;
import java.util.Optional;

/// Makes text of a format, of a pattern, or of words, within bounds of length.
final class Strings {
  /// Text longer than this is not made.
  private static final int MAX_LENGTH = 100_000;

  /// So many words are chosen; longer text repeats them.
  private static final int MAX_WORDS = 100;

  private Strings() {}

  /// @param isShort whether the shortest is wanted, where a pattern decides
  static Optional<String> text(Facts facts, boolean isShort, Dice dice) {
    int least = facts.minLength();
    int most = facts.maxLength().orElse(Math.max(least, MAX_LENGTH));
    if (least > MAX_LENGTH || most < least) {
      return Optional.empty();
    }
    Optional<String> formatted = facts.format().flatMap(format -> Formats.text(format, dice));
    if (formatted.isPresent()) {
      return Optional.of(
          FormatLengths.within(facts.format().orElseThrow(), formatted.get(), least, most));
    }
    if (facts.pattern().isPresent()) {
      String pattern = facts.pattern().get();
      Optional<String> matching =
          isShort
              ? Patterns.shortest(pattern, least, most)
              : Patterns.some(pattern, least, most, dice::below);
      // What has no translation often takes an ordinary word; whoever asks checks it.
      return matching.or(() -> Optional.of(words(least, most, dice)));
    }
    return Optional.of(words(least, most, dice));
  }

  /// Words, repeated or cut until they fit.
  static String words(int least, int most, Dice dice) {
    var text = new StringBuilder(Formats.word(dice));
    for (int i = 0; i < MAX_WORDS && text.length() < least; i++) {
      text.append(' ').append(Formats.word(dice));
    }
    int chosen = text.length() + 1;
    while (text.length() < least) {
      text.append(' ').append(text, 0, Math.min(chosen - 1, least));
    }
    int end = Math.min(text.length(), Math.max(least, Math.min(most, text.length())));
    String cut = text.substring(0, end);
    return cut.endsWith(" ") ? cut.substring(0, end - 1) + "s" : cut;
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
