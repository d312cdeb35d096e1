package dev.concordat.conform.resource;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Path templates as texts.
final class Paths {
  private static final Pattern NAMES = Pattern.compile("\\{[^}]*}");

  private Paths() {}

  /// The path with all parameters called alike, without a trailing slash.
  static String shape(String path) {
    String shape = path.indexOf('{') < 0 ? path : NAMES.matcher(path).replaceAll("{}");
    return shape.length() > 1 && shape.endsWith("/")
        ? shape.substring(0, shape.length() - 1)
        : shape;
  }

  /// Whether the last segment is nothing but a parameter.
  static boolean isItem(String path) {
    String last = last(path);
    return last.startsWith("{") && last.indexOf('}') == last.length() - 1;
  }

  /// The path without its last segment: empty for the top.
  static String above(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    int slash = trimmed.lastIndexOf('/');
    return slash <= 0 ? "" : trimmed.substring(0, slash);
  }

  static String last(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  /// The path up to the parameter, where that is a segment of its own.
  static Optional<String> upTo(String path, String parameter) {
    String braces = "{" + parameter + "}";
    int at = path.indexOf("/" + braces);
    if (at < 0) {
      return Optional.empty();
    }
    int end = at + 1 + braces.length();
    boolean isWhole = end == path.length() || path.charAt(end) == '/';
    return isWhole ? Optional.of(path.substring(0, end)) : Optional.empty();
  }

  /// The nearest item above the path; empty where there is none.
  static String itemAbove(String path) {
    String at = above(path);
    while (!at.isEmpty() && !isItem(at)) {
      at = above(at);
    }
    return at;
  }

  /// The last segment that is no parameter; `item` where there is none.
  static String word(String path) {
    return List.of(path.split("/")).reversed().stream()
        .filter(segment -> !segment.isEmpty() && !segment.contains("{"))
        .findFirst()
        .orElse("item");
  }
}
