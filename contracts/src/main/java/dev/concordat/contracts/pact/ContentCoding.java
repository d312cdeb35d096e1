package dev.concordat.contracts.pact;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Content codings (RFC 9110 section 8.4.1).
final class ContentCoding {
  /// Longest decoded body that is compared.
  private static final int MAX_DECODED_BYTES = 64 * 1024 * 1024;

  private ContentCoding() {}

  /// The body before it was compressed; as it is where the coding is not known or the bytes do not fit it.
  static Bytes decoded(List<Header> headers, Bytes body) {
    String coding =
        Headers.first(headers, "content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    if (coding.isEmpty() || coding.equals("identity") || body.isCut()) {
      return body;
    }
    try (InputStream in = open(coding, new ByteArrayInputStream(body.toArray()))) {
      byte[] decoded = in.readNBytes(MAX_DECODED_BYTES);
      return in.read() < 0 ? Bytes.of(decoded) : Bytes.cut(decoded, MAX_DECODED_BYTES + 1L);
    } catch (IOException notOfThatCoding) {
      return body;
    }
  }

  private static InputStream open(String coding, InputStream body) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      case "deflate" -> new InflaterInputStream(body);
      default -> body;
    };
  }
}
