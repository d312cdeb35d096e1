package dev.concordat.contracts.http;

/// How a client proves who it is.
public enum SecurityKind {
  API_KEY,
  BASIC,
  BEARER,
  /// Another scheme of HTTP authentication (RFC 9110 section 11), such as Digest.
  OTHER_HTTP,
  OAUTH2,
  OPEN_ID_CONNECT,
  /// A certificate of the client; no part of a request.
  MUTUAL_TLS
}
