package dev.concordat.model.matching;

import dev.concordat.model.json.JsonNumber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What media type bytes look like, by their first bytes (WHATWG MIME Sniffing, section 6, and common file signatures).
public final class ContentSniffer {
  /// How much of a text is looked at.
  private static final int MAX_SNIFFED_CHARS = 512;

  private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();

  static {
    SIGNATURES.put("ffd8ff", "image/jpeg");
    SIGNATURES.put("89504e470d0a1a0a", "image/png");
    SIGNATURES.put("474946383761", "image/gif");
    SIGNATURES.put("474946383961", "image/gif");
    SIGNATURES.put("424d", "image/bmp");
    SIGNATURES.put("49492a00", "image/tiff");
    SIGNATURES.put("4d4d002a", "image/tiff");
    SIGNATURES.put("00000100", "image/vnd.microsoft.icon");
    SIGNATURES.put("25504446", "application/pdf");
    SIGNATURES.put("504b0304", "application/zip");
    SIGNATURES.put("1f8b", "application/gzip");
    SIGNATURES.put("425a68", "application/x-bzip2");
    SIGNATURES.put("fd377a585a00", "application/x-xz");
    SIGNATURES.put("377abcaf271c", "application/x-7z-compressed");
    SIGNATURES.put("0061736d", "application/wasm");
    SIGNATURES.put("4f676753", "application/ogg");
    SIGNATURES.put("494433", "audio/mpeg");
    SIGNATURES.put("664c6143", "audio/x-flac");
    SIGNATURES.put("1a45dfa3", "video/webm");
  }

  private ContentSniffer() {}

  /// The media type that the bytes look like; `application/octet-stream` when nothing fits.
  public static String sniff(byte[] bytes) {
    String head = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
    for (var signature : SIGNATURES.entrySet()) {
      if (head.startsWith(signature.getKey())) {
        return signature.getValue();
      }
    }
    if (head.startsWith("52494646") && head.length() >= 24) {
      return riff(head.substring(16, 24));
    }
    if (head.startsWith("66747970", 8)) {
      return "video/mp4";
    }
    return isText(bytes)
        ? sniffText(new String(bytes, StandardCharsets.UTF_8))
        : "application/octet-stream";
  }

  private static String riff(String form) {
    return switch (form) {
      case "57454250" -> "image/webp";
      case "57415645" -> "audio/x-wav";
      case "41564920" -> "video/x-msvideo";
      default -> "application/octet-stream";
    };
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// The media type that a text looks like.
  public static String sniffText(String text) {
    String start =
        text.substring(0, Math.min(text.length(), MAX_SNIFFED_CHARS)).replace("\ufeff", "").strip();
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return "text/html";
    }
    if (start.startsWith("<?xml") || (start.startsWith("<") && start.indexOf('>') > 0)) {
      return "application/xml";
    }
    return looksLikeJson(start) ? "application/json" : "text/plain";
  }

  private static boolean looksLikeJson(String start) {
    if (start.isEmpty()) {
      return false;
    }
    char first = start.charAt(0);
    return first == '{'
        || first == '['
        || first == '"'
        || start.equals("true")
        || start.equals("false")
        || start.equals("null")
        || JsonNumber.isJsonNumber(start);
  }
}
