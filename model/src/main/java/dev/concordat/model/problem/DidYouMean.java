package dev.concordat.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What a person who mistyped a word probably meant.
public final class DidYouMean {
  /// More edits than one in so many letters, and a guess is noise.
  private static final int LETTERS_PER_EDIT = 3;

  private static final int MAX_WORD = 200;

  private DidYouMean() {}

  /// The closest of the known words, if it is close: one edit for every three letters, a swap of neighbours counting as one;
  /// case does not count.
  public static Optional<String> closest(String word, Collection<String> known) {
    int allowed = Math.max(1, word.length() / LETTERS_PER_EDIT);
    if (word.length() > MAX_WORD) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> candidate.length() <= MAX_WORD)
        .filter(candidate -> distance(word, candidate) <= allowed)
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// ` Did you mean "steps"?`, or nothing.
  public static String sentence(String word, Collection<String> known) {
    return closest(word, known).map(guess -> " Did you mean \"" + guess + "\"?").orElse("");
  }

  /// `. Did you mean "steps"?`, behind a sentence that has no full stop, or nothing.
  public static String nextSentence(String word, Collection<String> known) {
    String guess = sentence(word, known);
    return guess.isEmpty() ? "" : "." + guess;
  }

  /// A problem's fix: ``did you mean `owner`?``, or else the sentence given.
  public static String fix(Collection<String> known, String word, String otherwise) {
    return closest(word, known).map(guess -> "did you mean `" + guess + "`?").orElse(otherwise);
  }

  /// Optimal string alignment distance, ignoring case.
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(int[][] edits, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
    best = Math.min(best, edits[i - 1][j - 1] + change);
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
