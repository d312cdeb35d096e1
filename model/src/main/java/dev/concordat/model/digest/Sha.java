package dev.concordat.model.digest;

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

  /// All of it.
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

  /// The first digits for a text in UTF-8: a short name for something with a long one, such as a path.
  ///
  /// @param digits at most 40, and 64 of {@link #SHA_256}
  public String of(String text, int digits) {
    return of(text).substring(0, digits);
  }
}
