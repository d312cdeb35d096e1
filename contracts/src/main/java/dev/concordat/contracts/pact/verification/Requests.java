package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.content.FormText;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns an expected request into one that can be sent.
final class Requests {
  /// What may stand in a path as it is (RFC 3986 section 3.3), besides letters and digits.
  private static final String PATH_CHARACTERS = "-._~!$&'()*+,;=:@/%";

  private Requests() {}

  static HttpRequestMessage of(ExpectedRequest request) {
    var headers = new ArrayList<Header>();
    request
        .headers()
        .forEach((name, values) -> headers.add(new Header(name, String.join(", ", values))));
    boolean hasType =
        headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
    if (!hasType && !request.bodyType().isEmpty()) {
      headers.add(new Header("Content-Type", request.bodyType()));
    }
    return new HttpRequestMessage(
        request.method().toUpperCase(Locale.ROOT),
        target(request),
        List.copyOf(headers),
        request.body().bytes());
  }

  private static String target(ExpectedRequest request) {
    String path = encoded(request.path());
    return request.query().isEmpty() ? path : path + "?" + FormText.of(request.query());
  }

  private static String encoded(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || PATH_CHARACTERS.indexOf(b) >= 0);
      if (isPlain) {
        out.append((char) b);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
      }
    }
    return out.toString();
  }
}
