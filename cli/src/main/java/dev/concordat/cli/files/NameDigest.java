package dev.concordat.cli.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for a file that belongs to something with a longer name, such as a path.
public final class NameDigest {
  private NameDigest() {}

  /// The first bytes of the text's SHA-256, in hexadecimal.
  ///
  /// @param bytes from 1 to 32; twice as many characters
  public static String of(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
