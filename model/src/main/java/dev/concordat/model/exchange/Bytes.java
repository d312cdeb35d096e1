package dev.concordat.model.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Immutable bytes of a message. `total` says how many there were when only the first were kept.
public final class Bytes {
  /// No bytes.
  public static final Bytes EMPTY = new Bytes(new byte[0], 0);

  private final byte[] kept;
  private final long total;

  private Bytes(byte[] kept, long total) {
    this.kept = kept;
    this.total = total;
  }

  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), bytes.length);
  }

  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The first bytes of a longer message.
  public static Bytes cut(byte[] first, long total) {
    return new Bytes(first.clone(), total);
  }

  public byte[] toArray() {
    return kept.clone();
  }

  public int size() {
    return kept.length;
  }

  /// How many bytes the message had on the wire, kept or not.
  public long total() {
    return total;
  }

  public boolean isCut() {
    return total > kept.length;
  }

  /// The bytes read as UTF-8, malformed sequences as U+FFFD.
  public String utf8() {
    return new String(kept, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && total == that.total && Arrays.equals(kept, that.kept);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(kept);
  }

  @Override
  public String toString() {
    return isCut() ? kept.length + " of " + total + " bytes" : total + " bytes";
  }
}
