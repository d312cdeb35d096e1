package dev.concordat.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What a person who mistyped a word probably meant.
public final class DidYouMean {
  /// More typing errors than one in so many letters, and a guess is noise.
  private static final int LETTERS_PER_ERROR = 3;

  private DidYouMean() {}

  /// The closest of the known words, when it is close enough to be meant; case does not count.
  public static Optional<String> closest(String word, Collection<String> known) {
    int allowed = 1 + word.length() / LETTERS_PER_ERROR;
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= allowed)
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// ` Did you mean "steps"?`, or nothing.
  public static String sentence(String word, Collection<String> known) {
    return closest(word, known).map(guess -> " Did you mean \"" + guess + "\"?").orElse("");
  }

  /// How many letters must be added, removed or changed (Levenshtein 1966), without regard to case.
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean isSame =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        int changed = previous[j - 1] + (isSame ? 0 : 1);
        current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
