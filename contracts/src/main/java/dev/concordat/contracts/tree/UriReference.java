package dev.concordat.contracts.tree;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A URI reference (RFC 3986) in its five components, as people write them in `$ref`: nothing is refused, and the text
/// form gives back what was read.
public record UriReference(
    Optional<String> scheme,
    Optional<String> authority,
    String path,
    Optional<String> query,
    Optional<String> fragment) {
  // RFC 3986 appendix B.
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

  public static UriReference parse(String text) {
    if (text.startsWith("#")) {
      // Most references stay in their document, and there are tens of thousands of them.
      return new UriReference(
          Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.of(text.substring(1)));
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("the pattern matches every text");
    }
    return new UriReference(
        optional(parts.group(1)),
        optional(parts.group(2)),
        parts.group(3),
        optional(parts.group(4)),
        optional(parts.group(5)));
  }

  private static Optional<String> optional(@Nullable String part) {
    return Optional.ofNullable(part);
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
