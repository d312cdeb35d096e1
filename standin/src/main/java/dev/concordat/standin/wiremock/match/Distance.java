package dev.concordat.standin.wiremock.match;

/// How different texts are.
final class Distance {
  /// Of longer texts only the beginning is looked at, in characters.
  private static final int MAX_LENGTH = 500;

  private Distance() {}

  /// The part of the characters that would have to change (Levenshtein), from 0 to 1.
  static double between(String one, String other) {
    String a = one.substring(0, Math.min(one.length(), MAX_LENGTH));
    String b = other.substring(0, Math.min(other.length(), MAX_LENGTH));
    int longer = Math.max(a.length(), b.length());
    if (longer == 0) {
      return one.equals(other) ? 0 : 1;
    }
    int[] before = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
      }
      int[] spare = before;
      before = now;
      now = spare;
    }
    return (double) before[b.length()] / longer;
  }
}
