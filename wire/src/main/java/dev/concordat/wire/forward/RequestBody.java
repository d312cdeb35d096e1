package dev.concordat.wire.forward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Passes a request's body on as it comes, up to its end (RFC 9112 section 6).
final class RequestBody {
  private static final int CHUNK_LINE_BYTES = 4_096;
  private static final int MAX_DIGITS = 15;

  private RequestBody() {}

  /// Where bytes go.
  @FunctionalInterface
  interface Output {
    void write(byte[] bytes, int from, int length) throws IOException;
  }

  /// Passes the body of a request on.
  ///
  /// @return whether the end of the body was found; if not, nobody can tell where the next request begins
  static boolean pass(Head head, Input in, Output out) throws IOException {
    Optional<String> coding = head.field("transfer-encoding");
    if (coding.isPresent()) {
      return coding.get().toLowerCase(Locale.ROOT).endsWith("chunked") && chunks(in, out);
    }
    String length = head.field("content-length").orElse("0");
    boolean isNumber =
        length.length() <= MAX_DIGITS && length.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && !length.isEmpty() && bytes(in, Long.parseLong(length), out);
  }

  private static boolean bytes(Input in, long count, Output out) throws IOException {
    long left = count;
    while (left > 0) {
      int piece = in.next(left);
      if (piece < 0) {
        return false;
      }
      out.write(in.buffer(), in.position(), piece);
      in.taken(piece);
      left -= piece;
    }
    return true;
  }

  private static boolean chunks(Input in, Output out) throws IOException {
    while (true) {
      byte[] line = in.line(CHUNK_LINE_BYTES);
      out.write(line, 0, line.length);
      String text = new String(line, StandardCharsets.ISO_8859_1).strip();
      int semicolon = text.indexOf(';');
      String digits = semicolon < 0 ? text : text.substring(0, semicolon).strip();
      if (digits.isEmpty()
          || digits.length() > MAX_DIGITS
          || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        return false;
      }
      long size = Long.parseLong(digits, 16);
      if (size == 0) {
        return trailers(in, out);
      }
      if (!bytes(in, size, out)) {
        return false;
      }
      byte[] end = in.line(2);
      out.write(end, 0, end.length);
    }
  }

  private static boolean trailers(Input in, Output out) throws IOException {
    while (true) {
      byte[] line = in.line(CHUNK_LINE_BYTES);
      out.write(line, 0, line.length);
      if (line.length == 0) {
        return false;
      }
      if (line[0] == '\n' || line[0] == '\r') {
        return true;
      }
    }
  }
}
