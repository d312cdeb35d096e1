package dev.concordat.standin.service;

import dev.concordat.model.exchange.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Strong entity tags (RFC 9110 section 8.8.3), of digits, because some contracts allow nothing else.
public final class EntityTag {
  /// Never negative.
  private static final long MASK = Long.MAX_VALUE;

  private EntityTag() {}

  /// The tag of one thing, which changes when the thing does.
  public static String of(String version) {
    return of(Bytes.utf8(version));
  }

  /// The tag of what is known by its bytes only.
  public static String of(Bytes body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.toArray());
      return '"' + Long.toString(ByteBuffer.wrap(digest).getLong() & MASK) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Whether a list of tags, or `*`, has this one.
  ///
  /// @param isWeak whether weak tags count, as they do for reading
  public static boolean isAmong(String sent, String tag, boolean isWeak) {
    for (String each : sent.split(",", -1)) {
      String bare = each.strip();
      if (bare.equals("*") || bare.equals(tag) || (isWeak && bare.equals("W/" + tag))) {
        return true;
      }
    }
    return false;
  }
}
