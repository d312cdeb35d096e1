package dev.concordat.conform.service.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.util.List;
import java.util.Optional;

/// A request as the server read it.
///
/// @param raw all its bytes as they came
@SuppressWarnings("ArrayRecordComponent") // made and read in this folder only, never compared
public record Request(String method, String target, List<Header> headers, byte[] body, byte[] raw) {

  /// The first value of a header; names are compared without case.
  public Optional<String> header(String name) {
    return Headers.first(headers, name);
  }

  /// The path without the query, still percent-encoded.
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /// The query without its question mark; empty when absent.
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }
}
