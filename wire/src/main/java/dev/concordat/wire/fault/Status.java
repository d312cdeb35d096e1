package dev.concordat.wire.fault;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// Another status than the provider's: 503 for a burst, 429 with `Retry-After`.
///
/// @param code from 200 to 599
/// @param headers of the answer, beside its length
/// @param body as UTF-8
/// @param asksProvider whether the provider gets the request all the same, and does what it asks for: the answer alone is lost
public record Status(int code, List<Header> headers, String body, boolean asksProvider)
    implements MessageFault {
  private static final int LEAST = 200;
  private static final int MOST = 599;

  public Status {
    if (code < LEAST || code > MOST) {
      throw new IllegalArgumentException("a status goes from " + LEAST + " to " + MOST);
    }
    headers = List.copyOf(headers);
  }

  /// A status without headers and body, which the link gives by itself.
  public static Status of(int code) {
    return new Status(code, List.of(), "", false);
  }

  /// 429 with `Retry-After`.
  public static Status tooMany(int retryAfterSeconds) {
    var header = new Header("Retry-After", Integer.toString(retryAfterSeconds));
    return new Status(429, List.of(header), "", false);
  }

  @Override
  public String name() {
    return "status";
  }

  @Override
  public HttpResponseMessage instead(Answer answer) {
    return new HttpResponseMessage(code, headers, Bytes.utf8(body));
  }
}
