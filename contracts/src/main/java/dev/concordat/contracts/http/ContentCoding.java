package dev.concordat.contracts.http;

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

/// Taking content codings off a body (RFC 9110 section 8.4): gzip and deflate.
public final class ContentCoding {
  /// Size of a body without its codings.
  private static final int MAX_BODY_BYTES = 64 << 20;

  /// Codings on one body.
  private static final int MAX_CODINGS = 8;

  private ContentCoding() {}

  /// A body without its coding.
  public sealed interface Decoded {
    record Plain(Bytes bytes) implements Decoded {}

    /// The coding is not one we know, the body was cut, or it is larger than the limit: nothing can be said about it.
    record Unreadable(String reason) implements Decoded {}

    /// The bytes are not what their coding says.
    record Broken(String reason) implements Decoded {}
  }

  public static Decoded decode(List<Header> headers, Bytes body) {
    if (body.isCut()) {
      return new Decoded.Unreadable("only the first " + body.size() + " bytes were kept");
    }
    List<String> written = Headers.all(headers, "content-encoding");
    if (body.size() == 0 || written.isEmpty()) {
      return new Decoded.Plain(body);
    }
    byte[] bytes = body.toArray();
    List<String> codings =
        written.stream()
            .flatMap(value -> List.of(value.split(",")).stream())
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.size() > MAX_CODINGS) {
      return new Decoded.Unreadable("it has more than " + MAX_CODINGS + " content codings");
    }
    for (String coding : codings.reversed()) {
      try {
        switch (coding) {
          case "gzip", "x-gzip" ->
              bytes = inflate(new GZIPInputStream(new ByteArrayInputStream(bytes)));
          case "deflate" ->
              bytes = inflate(new InflaterInputStream(new ByteArrayInputStream(bytes)));
          default -> {
            return new Decoded.Unreadable("its content coding is '" + coding + "'");
          }
        }
      } catch (IOException e) {
        return new Decoded.Broken(
            "not " + coding + " as its Content-Encoding says: " + e.getMessage());
      }
      if (bytes.length > MAX_BODY_BYTES) {
        return new Decoded.Unreadable("it is larger than " + MAX_BODY_BYTES + " bytes");
      }
    }
    return new Decoded.Plain(Bytes.of(bytes));
  }

  private static byte[] inflate(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(MAX_BODY_BYTES + 1);
    }
  }
}
