package dev.concordat.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An HTTP response as it crossed a link.
///
/// @param body the body after transfer coding (chunks joined), before content coding
/// @param trailers the fields after the body, where the link reads them: those of HTTP/2
public record HttpResponseMessage(
    int status, List<Header> headers, Bytes body, List<Header> trailers) {
  public HttpResponseMessage {
    headers = List.copyOf(headers);
    trailers = List.copyOf(trailers);
  }

  /// A response without trailers.
  public HttpResponseMessage(int status, List<Header> headers, Bytes body) {
    this(status, headers, body, List.of());
  }

  /// The first value of a header; names are compared without case (RFC 9110 section 5.1).
  public Optional<String> header(String name) {
    return Headers.first(headers, name);
  }

  /// The same with one more header, after the others.
  public HttpResponseMessage with(Header more) {
    List<Header> all = new ArrayList<>(headers);
    all.add(more);
    return new HttpResponseMessage(status, all, body, trailers);
  }
}
