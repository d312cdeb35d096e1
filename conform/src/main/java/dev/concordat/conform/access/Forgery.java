package dev.concordat.conform.access;

/// Secrets of the right form that nobody has.
final class Forgery {
  private static final String FILLER = "concordat0forged";
  private static final int LENGTH = 24;

  private Forgery() {}

  /// A secret like a real one: of the same length; a JSON Web Token (RFC 7519) keeps its claims and loses its signature.
  ///
  /// @param real empty where none is known
  static String of(String real) {
    int signature = real.lastIndexOf('.') + 1;
    boolean isSigned = real.chars().filter(c -> c == '.').count() == 2 && signature < real.length();
    if (isSigned) {
      return real.substring(0, signature) + filled(real.length() - signature);
    }
    return filled(real.isEmpty() ? LENGTH : Math.min(real.length(), LENGTH));
  }

  private static String filled(int length) {
    return FILLER.repeat(length / FILLER.length() + 1).substring(0, length);
  }
}
