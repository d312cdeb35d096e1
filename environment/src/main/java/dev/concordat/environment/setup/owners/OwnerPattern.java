package dev.concordat.environment.setup.owners;

import com.google.re2j.Pattern;

/// A pattern of a CODEOWNERS file as GitHub reads it: gitignore's syntax without `!`, `[…]` and `\#`. Matching takes no
/// longer than the pattern times the path.
final class OwnerPattern {
  /// Longer lines than any real pattern are refused, so that matching stays cheap.
  private static final int MAX_PATTERN_CHARS = 1_000;

  private final String text;
  private final Pattern regex;

  private OwnerPattern(String text) {
    this.text = text;
    this.regex = Pattern.compile(toRegex(text));
  }

  /// Whether GitHub accepts it; a line with another pattern is ignored there.
  static boolean isValid(String text) {
    return !text.startsWith("!")
        && !text.contains("[")
        && !text.startsWith("\\#")
        && text.length() <= MAX_PATTERN_CHARS;
  }

  static OwnerPattern of(String text) {
    return new OwnerPattern(text);
  }

  /// @param path relative to the folder the CODEOWNERS file speaks for, `/` between parts; a folder ends in `/`
  boolean matches(String path) {
    return regex.matcher(path).matches();
  }

  /// A slash at the start or in the middle ties the pattern to the root; `docs/*` reaches one level, everything else
  /// that matches a folder owns all that is in it.
  private static String toRegex(String pattern) {
    String body = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    boolean isFolder = body.endsWith("/");
    if (isFolder) {
      body = body.substring(0, body.length() - 1);
    }
    boolean isAnchored = pattern.startsWith("/") || body.contains("/");
    boolean oneLevel = body.endsWith("/*");
    StringBuilder regex = new StringBuilder(isAnchored ? "" : "(?:.*/)?");
    for (int i = 0; i < body.length(); ) {
      if (body.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 3;
      } else if (body.startsWith("**", i)) {
        regex.append(".*");
        i += 2;
      } else {
        char c = body.charAt(i++);
        switch (c) {
          case '*' -> regex.append("[^/]*");
          case '?' -> regex.append("[^/]");
          default -> regex.append(Pattern.quote(String.valueOf(c)));
        }
      }
    }
    if (oneLevel) {
      return regex.toString();
    }
    return regex.append(isFolder ? "/.*" : "(?:/.*)?").toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
