package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Values for `~new …`, made from the seed and the path where they stand, so that another field does not change them.
/// Addresses use the reserved domain `example.test` only (RFC 6761).
final class NewValues {
  private static final List<String> KINDS = List.of("uuid", "email", "name", "word", "number");
  private static final List<String> FIRST =
      List.of("Ada", "Grace", "Edsger", "Barbara", "Alan", "Zoë", "José", "Léa", "Søren", "Yuki");
  private static final List<String> LAST =
      List.of("Ahlgren", "Bianchi", "Castillo", "Dupont", "Eriksen", "Fischer", "Gómez", "Novák");

  private NewValues() {}

  /// Why this cannot be made, or empty when it can.
  static Optional<String> complaint(String what) {
    return KINDS.contains(what)
        ? Optional.empty()
        : Optional.of("~new can make " + String.join(", ", KINDS) + ", not " + what);
  }

  static JsonValue make(String what, String path) {
    byte[] hash = sha256(path);
    String hex = HexFormat.of().formatHex(hash);
    return switch (what) {
      case "uuid" -> new JsonString(uuid(hash));
      case "email" -> new JsonString("person-" + hex.substring(0, 10) + "@example.test");
      case "name" -> new JsonString(pick(FIRST, hash[0]) + " " + pick(LAST, hash[1]));
      case "word" -> new JsonString("w" + hex.substring(0, 8));
      default -> JsonNumber.of(Integer.parseInt(hex.substring(0, 6), 16) % 10_000 + 1);
    };
  }

  private static String pick(List<String> words, byte at) {
    return words.get(Byte.toUnsignedInt(at) % words.size());
  }

  /// A version 4 UUID (RFC 9562 section 5.4) of these bytes.
  private static String uuid(byte[] hash) {
    byte[] bytes = hash.clone();
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    return new UUID(longAt(bytes, 0), longAt(bytes, 8)).toString();
  }

  private static long longAt(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + 8; i++) {
      value = value << 8 | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
