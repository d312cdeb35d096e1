package dev.concordat.contracts.body;

import dev.concordat.model.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header lines of a part (RFC 2046 section 5.1), in UTF-8 as browsers write them (RFC 7578 section 5.1).
///
/// @param end where the content begins
record PartHeaders(List<Header> headers, int end, Optional<String> flaw) {
  /// Header lines of one part.
  static final int MAX_HEADERS = 100;

  /// Length of one header line, in bytes.
  static final int MAX_HEADER_BYTES = 16 * 1024;

  /// @param part one character a byte
  static PartHeaders of(String part) {
    var headers = new ArrayList<Header>();
    int at = 0;
    while (at < part.length()) {
      int feed = part.indexOf('\n', at);
      int end = feed < 0 ? part.length() : feed;
      if (end - at > MAX_HEADER_BYTES) {
        return new PartHeaders(
            headers,
            at,
            Optional.of("a header line is longer than " + MAX_HEADER_BYTES + " bytes"));
      }
      String line = part.substring(at, end);
      at = feed < 0 ? part.length() : feed + 1;
      if (line.isBlank()) {
        return new PartHeaders(headers, at, Optional.empty());
      }
      if (headers.size() == MAX_HEADERS) {
        return new PartHeaders(
            headers, at, Optional.of("it has more than " + MAX_HEADERS + " header lines"));
      }
      boolean isContinued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      int colon = line.indexOf(':');
      if (isContinued && !headers.isEmpty()) {
        Header last = headers.removeLast();
        headers.add(new Header(last.name(), last.value() + " " + utf8(line)));
      } else if (colon > 0) {
        headers.add(new Header(line.substring(0, colon).strip(), utf8(line.substring(colon + 1))));
      } else {
        return new PartHeaders(
            headers, at, Optional.of("the header line '" + utf8(line) + "' has no colon"));
      }
    }
    return new PartHeaders(
        headers, at, Optional.of("no empty line stands between its headers and its content"));
  }

  private static String utf8(String line) {
    byte[] bytes = line.strip().getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
