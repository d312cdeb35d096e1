package dev.concordat.compare.need;

import java.util.Locale;
import java.util.Set;

/// Headers that mean the same to every sender and reader, so that contracts leave them out (IANA HTTP Field Name Registry,
/// and what browsers have).
final class StandardHeaders {
  private static final Set<String> OF_REQUESTS =
      Set.of(
          "accept",
          "accept-charset",
          "accept-datetime",
          "accept-encoding",
          "accept-language",
          "authorization",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-md5",
          "content-type",
          "cookie",
          "date",
          "expect",
          "forwarded",
          "from",
          "host",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "max-forwards",
          "origin",
          "pragma",
          "proxy-authorization",
          "range",
          "referer",
          "te",
          "traceparent",
          "tracestate",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via",
          "warning");

  private static final Set<String> OF_RESPONSES =
      Set.of(
          "accept-patch",
          "accept-ranges",
          "access-control-allow-origin",
          "age",
          "allow",
          "alt-svc",
          "cache-control",
          "connection",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-length",
          "content-location",
          "content-md5",
          "content-range",
          "date",
          "etag",
          "expires",
          "last-modified",
          "link",
          "location",
          "p3p",
          "pragma",
          "proxy-authenticate",
          "public-key-pins",
          "refresh",
          "retry-after",
          "server",
          "set-cookie",
          "status",
          "strict-transport-security",
          "trailer",
          "transfer-encoding",
          "tsv",
          "upgrade",
          "vary",
          "via",
          "warning",
          "www-authenticate",
          "x-frame-options");

  private StandardHeaders() {}

  static boolean isOfRequest(String name) {
    return OF_REQUESTS.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isOfResponse(String name) {
    return OF_RESPONSES.contains(name.toLowerCase(Locale.ROOT));
  }
}
