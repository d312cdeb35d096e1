package dev.concordat.registry.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests in hexadecimal.
public enum Sha {
  /// As the Pact dialect names contents; not for secrets.
  SHA_1("SHA-1"),
  SHA_256("SHA-256");

  private final String algorithm;

  Sha(String algorithm) {
    this.algorithm = algorithm;
  }

  public String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /// Of the text in UTF-8.
  public String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
