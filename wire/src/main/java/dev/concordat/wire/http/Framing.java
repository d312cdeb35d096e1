package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import java.util.List;
import java.util.Locale;

/// How a message's end is found (RFC 9112 section 6).
sealed interface Framing {
  Framing NONE = new Sized(0);

  /// As many bytes as `Content-Length` says.
  record Sized(long bytes) implements Framing {}

  /// Chunks, then trailers.
  record Chunked() implements Framing {}

  /// Everything until the connection ends.
  record UntilClose() implements Framing {}

  static Framing ofRequest(List<Header> head) throws NotHttp {
    Coding coding = coding(head);
    if (coding == Coding.OTHER) {
      throw new NotHttp("a request whose last transfer coding is not chunked");
    }
    if (coding == Coding.CHUNKED) {
      return new Chunked();
    }
    long length = contentLength(head);
    return length <= 0 ? NONE : new Sized(length);
  }

  static Framing ofResponse(int status, boolean isToHead, List<Header> head) throws NotHttp {
    if (isToHead || status < 200 || status == 204 || status == 304) {
      return NONE;
    }
    Coding coding = coding(head);
    if (coding != Coding.ABSENT) {
      return coding == Coding.CHUNKED ? new Chunked() : new UntilClose();
    }
    long length = contentLength(head);
    return length < 0 ? new UntilClose() : new Sized(length);
  }

  /// What `Transfer-Encoding` says.
  enum Coding {
    ABSENT,
    CHUNKED,
    OTHER
  }

  private static Coding coding(List<Header> head) {
    Coding coding = Coding.ABSENT;
    for (Header header : head) {
      if (isNamed(header, "transfer-encoding")) {
        String value = header.value().toLowerCase(Locale.ROOT);
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        coding = last.equals("chunked") ? Coding.CHUNKED : Coding.OTHER;
      }
    }
    return coding;
  }

  /// The length, or -1 when none is given. The same length said twice counts once (RFC 9110 section 8.6).
  private static long contentLength(List<Header> head) throws NotHttp {
    long length = -1;
    for (Header header : head) {
      if (isNamed(header, "content-length")) {
        for (String one : header.value().split(",", -1)) {
          long said = number(one.strip());
          if (length >= 0 && said != length) {
            throw new NotHttp("two lengths: " + length + " and " + said);
          }
          length = said;
        }
      }
    }
    return length;
  }

  private static long number(String digits) throws NotHttp {
    boolean isNumber = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; i < digits.length(); i++) {
      isNumber &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (!isNumber) {
      throw new NotHttp("Content-Length: '" + digits + "'");
    }
    return Long.parseLong(digits);
  }

  static boolean isNamed(Header header, String name) {
    return header.name().length() == name.length() && header.name().equalsIgnoreCase(name);
  }
}
