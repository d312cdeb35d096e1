package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The fields that stand for the start line in HTTP/2 (RFC 9113 section 8.3), and messages written with them.
final class Pseudo {
  /// Of one connection of HTTP/1.1, and forbidden in HTTP/2 (RFC 9113 section 8.2.2).
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private static final int STATUS_DIGITS = 3;

  private Pseudo() {}

  /// A request as it would be written in HTTP/1.1: with a `host` field for the authority.
  static HttpRequestMessage request(List<Header> fields) {
    List<Header> plain = without(fields);
    String authority = Headers.first(fields, ":authority").orElse("");
    List<Header> all = new ArrayList<>();
    if (!authority.isEmpty() && Headers.first(plain, "host").isEmpty()) {
      all.add(new Header("host", authority));
    }
    all.addAll(plain);
    String method = Headers.first(fields, ":method").orElse("");
    String target = Headers.first(fields, ":path").orElse(authority);
    return new HttpRequestMessage(method, target, all, Bytes.EMPTY);
  }

  /// A status; 0 where there is none.
  static int status(List<Header> fields) {
    String text = Headers.first(fields, ":status").orElse("");
    boolean isNumber =
        text.length() == STATUS_DIGITS && text.chars().allMatch(it -> it >= '0' && it <= '9');
    return isNumber ? Integer.parseInt(text) : 0;
  }

  static List<Header> without(List<Header> fields) {
    return fields.stream().filter(it -> !it.name().startsWith(":")).toList();
  }

  /// The head of a response.
  static List<Header> head(HttpResponseMessage message) {
    List<Header> fields = new ArrayList<>();
    fields.add(new Header(":status", Integer.toString(message.status())));
    for (Header each : message.headers()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (!OF_CONNECTION.contains(name) && !name.startsWith(":")) {
        fields.add(new Header(name, each.value()));
      }
    }
    return fields;
  }
}
