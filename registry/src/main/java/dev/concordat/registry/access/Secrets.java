package dev.concordat.registry.access;

import java.security.SecureRandom;
import java.util.Base64;

/// Texts that nobody can guess.
public final class Secrets {
  /// 256 bits, so that a plain hash of them is enough.
  private static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// 43 letters, digits, `-` and `_`.
  public static String random() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
