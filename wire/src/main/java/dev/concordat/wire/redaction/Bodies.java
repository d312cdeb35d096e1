package dev.concordat.wire.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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

/// Secrets in bodies. A body is treated as text in which every byte is one character, so bytes that are no text stay as
/// they are.
final class Bodies {
  /// How much of a compressed body is looked at; beyond, it is taken out whole.
  private static final int INFLATED_BYTES = 8 << 20;

  private static final byte[] MARK_BYTES = Redactor.MARK.getBytes(UTF_8);
  private static final String MARK = new String(MARK_BYTES, ISO_8859_1);

  private final SecretNames names;

  Bodies(SecretNames names) {
    this.names = names;
  }

  Bytes redact(Bytes body, List<Header> headers) {
    if (body.size() == 0) {
      return body;
    }
    String type = lower(headers, "content-type");
    String coding = lower(headers, "content-encoding");
    if (!coding.isEmpty() && !coding.equals("identity")) {
      return isSafe(body, coding, type) ? body : Bytes.of(MARK_BYTES);
    }
    String text = new String(body.toArray(), ISO_8859_1);
    String redacted = redact(text, type, MARK);
    if (redacted.equals(text)) {
      return body;
    }
    byte[] bytes = redacted.getBytes(ISO_8859_1);
    long unseen = body.total() - body.size();
    return unseen == 0 ? Bytes.of(bytes) : Bytes.cut(bytes, bytes.length + unseen);
  }

  /// For a text that may be JSON, such as a table's cell.
  String redactText(String text) {
    return redact(text, "", Redactor.MARK);
  }

  private String redact(String text, String type, String mark) {
    if (type.contains("x-www-form-urlencoded")) {
      return Shapes.redact(Forms.redact(text, names, mark), mark);
    }
    if (type.startsWith("multipart/")) {
      return Shapes.redact(MarkedText.redactMultipart(text, names, mark), mark);
    }
    char first = firstCharacter(text);
    if (type.contains("json") || first == '{' || first == '[' || first == '"') {
      return JsonSecrets.redact(text, names, mark);
    }
    return Shapes.redact(first == '<' ? MarkedText.redactXml(text, names, mark) : text, mark);
  }

  private boolean isSafe(Bytes body, String coding, String type) {
    if (body.isCut()) {
      return false;
    }
    try (InputStream in = inflating(coding, new ByteArrayInputStream(body.toArray()))) {
      byte[] inflated = in.readNBytes(INFLATED_BYTES);
      String text = new String(inflated, ISO_8859_1);
      return in.read() < 0 && redact(text, type, MARK).equals(text);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static InputStream inflating(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      default -> throw new IOException("content coding " + coding);
    };
  }

  private static char firstCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  private static String lower(List<Header> headers, String name) {
    return Headers.first(headers, name).orElse("").toLowerCase(Locale.ROOT).strip();
  }
}
