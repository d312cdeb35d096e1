package dev.concordat.contracts.tree;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A URI reference (RFC 3986) in its five components, as people write them in `$ref`: nothing is refused, and the text
/// form gives back what was read.
public record UriReference(
    Optional<String> scheme,
    Optional<String> authority,
    String path,
    Optional<String> query,
    Optional<String> fragment) {
  /// The components, as RFC 3986 appendix B tells them apart.
  public static UriReference parse(String text) {
    if (text.startsWith("#")) {
      // Most references stay in their document, and there are tens of thousands of them.
      return new UriReference(
          Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.of(text.substring(1)));
    }
    int colon = firstOf(":/?#", text, 0);
    boolean hasScheme = colon > 0 && colon < text.length() && text.charAt(colon) == ':';
    int start = hasScheme ? colon + 1 : 0;
    boolean hasAuthority = text.startsWith("//", start);
    int path = hasAuthority ? firstOf("/?#", text, start + 2) : start;
    int query = firstOf("?#", text, path);
    boolean hasQuery = query < text.length() && text.charAt(query) == '?';
    int fragment = hasQuery ? firstOf("#", text, query + 1) : query;
    return new UriReference(
        part(hasScheme, text, 0, colon),
        part(hasAuthority, text, start + 2, path),
        text.substring(path, query),
        part(hasQuery, text, query + 1, fragment),
        part(fragment < text.length(), text, fragment + 1, text.length()));
  }

  private static int firstOf(String characters, String text, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static Optional<String> part(boolean isThere, String text, int from, int to) {
    return isThere ? Optional.of(text.substring(from, to)) : Optional.empty();
  }

  /// The reference seen from this base (RFC 3986 section 5.2).
  public UriReference resolve(UriReference reference) {
    if (reference.scheme.isPresent()) {
      return reference.normal();
    }
    if (reference.authority.isPresent()) {
      return new UriReference(
          scheme,
          reference.authority,
          withoutDots(reference.path),
          reference.query,
          reference.fragment);
    }
    if (reference.path.isEmpty()) {
      return new UriReference(
          scheme,
          authority,
          path,
          reference.query.isPresent() ? reference.query : query,
          reference.fragment);
    }
    String merged = reference.path.startsWith("/") ? reference.path : beside(reference.path);
    return new UriReference(
        scheme, authority, withoutDots(merged), reference.query, reference.fragment);
  }

  public UriReference resolve(String reference) {
    return resolve(parse(reference));
  }

  /// The same without its fragment.
  public UriReference withoutFragment() {
    return new UriReference(scheme, authority, path, query, Optional.empty());
  }

  /// The path with its percent-encoding undone; nothing where the encoding is broken.
  public Optional<String> decodedPath() {
    return decoded(path);
  }

  /// The fragment with its percent-encoding undone; empty if there is none, nothing where the encoding is broken.
  public Optional<String> decodedFragment() {
    return decoded(fragment.orElse(""));
  }

  private static Optional<String> decoded(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private UriReference normal() {
    return path.startsWith("/")
        ? new UriReference(scheme, authority, withoutDots(path), query, fragment)
        : this;
  }

  private String beside(String relative) {
    if (authority.isPresent() && path.isEmpty()) {
      return "/" + relative;
    }
    return path.substring(0, path.lastIndexOf('/') + 1) + relative;
  }

  /// Removes `.` and `..` (section 5.2.4). What climbs above the root keeps its `..`, so that it can be told.
  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean isLast = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> keepEmptyLast(kept, isLast);
        case ".." -> {
          climb(kept);
          keepEmptyLast(kept, isLast);
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return String.join("/", kept);
  }

  private static void keepEmptyLast(Deque<String> kept, boolean isLast) {
    if (isLast) {
      kept.addLast("");
    }
  }

  private static void climb(Deque<String> kept) {
    boolean isAtRoot = kept.isEmpty() || (kept.size() == 1 && kept.getLast().isEmpty());
    if (isAtRoot || kept.getLast().equals("..")) {
      kept.addLast("..");
    } else {
      kept.removeLast();
    }
  }

  @Override
  public String toString() {
    return scheme.map(part -> part + ":").orElse("")
        + authority.map(part -> "//" + part).orElse("")
        + path
        + query.map(part -> "?" + part).orElse("")
        + fragment.map(part -> "#" + part).orElse("");
  }
}
