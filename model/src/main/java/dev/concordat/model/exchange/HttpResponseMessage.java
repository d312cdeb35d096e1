package dev.concordat.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An HTTP response as it crossed a link.
///
/// @param body the body after transfer coding (chunks joined), before content coding
public record HttpResponseMessage(int status, List<Header> headers, Bytes body) {
  public HttpResponseMessage {
    headers = List.copyOf(headers);
  }

  /// The first value of a header; names are compared without case (RFC 9110 section 5.1).
  public Optional<String> header(String name) {
    return Headers.first(headers, name);
  }

  /// The same with one more header, after the others.
  public HttpResponseMessage with(Header more) {
    List<Header> all = new ArrayList<>(headers);
    all.add(more);
    return new HttpResponseMessage(status, all, body);
  }
}
