package dev.concordat.compare.acceptance;

/// A pattern in which `*` stands for any text, and `?` for one character; everything else for itself.
record Glob(String pattern) {
  /// Takes time in the product of both lengths at most.
  boolean matches(String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < text.length()) {
      boolean hasMore = at < pattern.length();
      if (hasMore && pattern.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (hasMore && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
