package dev.concordat.record.learning;

import java.util.Set;

/// Which headers belong to an interface, and which to the transport, the client or its surroundings.
final class HeaderNames {
  private static final Set<String> TRANSPORT =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "content-encoding",
          "content-language",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "keep-alive",
          "expect",
          "via",
          "forwarded",
          "date",
          "server",
          "user-agent",
          "accept",
          "accept-encoding",
          "accept-language",
          "accept-charset",
          "accept-ranges",
          "origin",
          "referer",
          "dnt",
          "pragma",
          "cache-control",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "priority",
          "save-data",
          "range",
          "alt-svc",
          "age",
          "expires",
          "vary",
          "strict-transport-security",
          "content-security-policy",
          "referrer-policy",
          "permissions-policy",
          "nel",
          "report-to",
          "server-timing",
          "timing-allow-origin",
          "upgrade-insecure-requests",
          "set-cookie",
          "x-powered-by",
          "x-frame-options",
          "x-content-type-options",
          "x-xss-protection",
          "x-request-id",
          "x-correlation-id",
          "x-real-ip",
          "x-client-ip",
          "x-amzn-trace-id",
          "x-cloud-trace-context",
          "x-requested-with",
          "x-envoy-upstream-service-time",
          "x-runtime",
          "x-cache",
          "x-served-by",
          "x-timer",
          "x-dns-prefetch-control",
          "x-download-options",
          "x-permitted-cross-domain-policies",
          "http2-settings",
          "last-modified",
          "x-ua-compatible",
          "cf-ray",
          "cf-cache-status");

  private HeaderNames() {}

  private static boolean isTransport(String name) {
    return TRANSPORT.contains(name)
        || name.startsWith("proxy-")
        || name.startsWith("sec-")
        || name.startsWith("access-control-")
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-b3-")
        || name.startsWith("x-datadog-")
        || name.startsWith("cross-origin-");
  }

  /// @param name in small letters
  static boolean isOfInterestInRequest(String name) {
    return !isTransport(name);
  }

  /// @param name in small letters
  static boolean isOfInterestInAnswer(String name) {
    return !isTransport(name);
  }
}
