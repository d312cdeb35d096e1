package dev.concordat.model.exchange;

import java.util.List;
import java.util.Optional;

/// An HTTP request as it crossed a link.
///
/// @param target the request target as on the wire: `/orders?limit=2`
/// @param body the body after transfer coding (chunks joined), before content coding
public record HttpRequestMessage(String method, String target, List<Header> headers, Bytes body) {
  public HttpRequestMessage {
    headers = List.copyOf(headers);
  }

  /// The first value of a header; names are compared without case (RFC 9110 section 5.1).
  public Optional<String> header(String name) {
    return Headers.first(headers, name);
  }

  /// The path without the query, still percent-encoded.
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /// The query without its question mark, still percent-encoded; empty when absent.
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
