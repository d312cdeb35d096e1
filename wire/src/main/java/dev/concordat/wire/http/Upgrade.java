package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import java.util.List;
import java.util.Locale;

/// The way from HTTP/1.1 to HTTP/2 in clear text (RFC 7540 section 3.2).
final class Upgrade {
  private static final String H2C = "h2c";

  private Upgrade() {}

  /// Whether the connection may go on in another protocol after a request.
  static boolean isPossible(PendingExchange exchange) {
    if (exchange.method.equals("CONNECT")) {
      return true;
    }
    for (Header field : exchange.requestFields) {
      if (Framing.isNamed(field, "upgrade")) {
        return true;
      }
    }
    return false;
  }

  /// Whether a request or a response names HTTP/2 as the protocol to go on with.
  static boolean isToHttp2(List<Header> fields) {
    for (Header field : fields) {
      if (Framing.isNamed(field, "upgrade")) {
        for (String protocol : field.value().split(",", -1)) {
          if (protocol.strip().toLowerCase(Locale.ROOT).equals(H2C)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether an exchange has ended HTTP/1.1 on its connection, and HTTP/2 follows.
  static boolean happened(PendingExchange exchange) {
    return exchange.status == ResponseReader.SWITCHING_PROTOCOLS
        && isToHttp2(exchange.requestFields)
        && isToHttp2(exchange.responseFields);
  }
}
