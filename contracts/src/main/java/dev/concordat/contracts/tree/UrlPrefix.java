package dev.concordat.contracts.tree;

import java.util.Locale;
import java.util.Optional;

/// The start of addresses that may be fetched. Host and port must be the same; a path is covered by whole segments, so
/// that `/common` covers `/common/a.yaml` and not `/commonplace`.
///
/// @param scheme `http` or `https`
/// @param authority host and port, in lower case
public record UrlPrefix(String scheme, String authority, String path) {
  public UrlPrefix {
    boolean isHttp = scheme.equals("http") || scheme.equals("https");
    if (!isHttp || authority.isEmpty() || authority.contains("@")) {
      throw new IllegalArgumentException(
          "`"
              + scheme
              + "://"
              + authority
              + path
              + "` cannot be allowed: write http:// or https://, a host, and a path if wanted");
    }
  }

  static UrlPrefix parse(String text) {
    UriReference uri = UriReference.parse("").resolve(text);
    return new UrlPrefix(
        uri.scheme().orElse("").toLowerCase(Locale.ROOT), authorityOf(uri).orElse(""), uri.path());
  }

  /// Whether an address begins with this. One that hides a climb (`%2e%2e`) is not covered.
  boolean covers(UriReference uri) {
    Optional<String> decoded = uri.decodedPath();
    boolean climbs = decoded.isEmpty() || decoded.get().matches("(.*/)?\\.\\.?(/.*)?");
    return !climbs
        && scheme.equals(uri.scheme().orElse("").toLowerCase(Locale.ROOT))
        && authority.equals(authorityOf(uri).orElse(""))
        && isBelow(uri.path());
  }

  private boolean isBelow(String other) {
    return path.isEmpty()
        || other.equals(path)
        || other.startsWith(path.endsWith("/") ? path : path + "/");
  }

  private static Optional<String> authorityOf(UriReference uri) {
    return uri.authority().map(text -> text.toLowerCase(Locale.ROOT));
  }

  /// Without the port.
  String host() {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', Math.max(0, bracket));
    return colon < 0 ? authority : authority.substring(0, colon);
  }
}
