package dev.concordat.contracts.pact.content;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Splits a multipart body (RFC 2046 section 5.1, RFC 7578).
final class MultipartParser {
  /// Parts in one body.
  private static final int MAX_PARTS = 10_000;

  private MultipartParser() {}

  /// @param name the form field's name; empty in multipart bodies that are no forms
  /// @param isFile whether it has a file name
  record Part(String name, boolean isFile, TypedBody body) {}

  static List<Part> parse(TypedBody body) {
    String text = new String(body.bytes().toArray(), StandardCharsets.ISO_8859_1);
    Optional<String> boundary = body.mediaType().parameter("boundary").or(() -> firstLine(text));
    if (boundary.isEmpty()) {
      return List.of();
    }
    var parts = new ArrayList<Part>();
    String delimiter = "--" + boundary.get();
    int at = text.indexOf(delimiter);
    while (at >= 0 && parts.size() < MAX_PARTS) {
      int start = text.indexOf('\n', at);
      int next = start < 0 ? -1 : text.indexOf("\n" + delimiter, start);
      if (text.startsWith("--", at + delimiter.length()) || next < 0) {
        break;
      }
      int end = next > start && text.charAt(next - 1) == '\r' ? next - 1 : next;
      parts.add(part(text.substring(start + 1, Math.max(start + 1, end))));
      at = next + 1;
    }
    return parts;
  }

  private static Optional<String> firstLine(String text) {
    String line = text.stripLeading().lines().findFirst().orElse("");
    return line.startsWith("--") ? Optional.of(line.substring(2).strip()) : Optional.empty();
  }

  private static Part part(String text) {
    var headers = new ArrayList<Header>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = (end < 0 ? text.substring(at) : text.substring(at, end)).strip();
      at = end < 0 ? text.length() : end + 1;
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return part(headers, text.substring(at).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Part part(List<Header> headers, byte[] raw) {
    byte[] bytes = decode(headers, raw);
    MediaType disposition =
        MediaType.parse(Headers.first(headers, "Content-Disposition").orElse(""));
    MediaType type =
        Headers.first(headers, "Content-Type")
            .map(MediaType::parse)
            .orElseGet(() -> MediaType.parse("text/plain"));
    return new Part(
        disposition.parameter("name").orElse(""),
        disposition.parameter("filename").isPresent(),
        new TypedBody(type, Bytes.of(bytes)));
  }

  private static byte[] decode(List<Header> headers, byte[] raw) {
    boolean isBase64 =
        Headers.first(headers, "Content-Transfer-Encoding")
            .filter("base64"::equalsIgnoreCase)
            .isPresent();
    try {
      return isBase64 ? Base64.getMimeDecoder().decode(raw) : raw;
    } catch (IllegalArgumentException notBase64) {
      return raw;
    }
  }
}
