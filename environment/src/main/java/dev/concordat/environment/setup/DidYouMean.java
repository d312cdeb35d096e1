package dev.concordat.environment.setup;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant.
public final class DidYouMean {
  /// A word this many times shorter than the number of edits is another word.
  private static final int CHARACTERS_PER_EDIT = 3;

  private static final int MAX_WORD = 200;

  private DidYouMean() {}

  /// The known word nearest to the one written, if it is near: one edit for every three characters, a swap of neighbours
  /// counting as one.
  public static Optional<String> among(Collection<String> known, String written) {
    int limit = Math.max(1, written.length() / CHARACTERS_PER_EDIT);
    return written.length() > MAX_WORD
        ? Optional.empty()
        : known.stream()
            .filter(word -> word.length() <= MAX_WORD && distance(written, word) <= limit)
            .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /// `did you mean owner?`, or else the sentence given.
  public static String fix(Collection<String> known, String written, String otherwise) {
    return among(known, written).map(word -> "did you mean `" + word + "`?").orElse(otherwise);
  }

  /// Optimal string alignment distance, ignoring case.
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
          best = Math.min(best, edits[i - 1][j - 1] + change);
          boolean isSwap =
              i > 1
                  && j > 1
                  && a.charAt(i - 1) == b.charAt(j - 2)
                  && a.charAt(i - 2) == b.charAt(j - 1);
          edits[i][j] = isSwap ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
