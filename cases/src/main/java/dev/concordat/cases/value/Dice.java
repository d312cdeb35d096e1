package dev.concordat.cases.value;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Choices that depend on nothing but a seed and a path: SHA-256 of seed, path and a counter. What is chosen at one path
/// does not move what is chosen at another.
public final class Dice {
  private static final MessageDigest FRESH = fresh();

  private final byte[] key;
  private int thrown;

  private Dice(byte[] key) {
    this.key = key;
  }

  public static Dice at(long seed, String path) {
    byte[] text = path.getBytes(StandardCharsets.UTF_8);
    return new Dice(
        sha256(ByteBuffer.allocate(Long.BYTES + text.length).putLong(seed).put(text).array()));
  }

  /// A number from 0 to below the bound.
  public int below(int bound) {
    long rest = 0;
    for (ByteBuffer number = ByteBuffer.wrap(next()); number.hasRemaining(); ) {
      rest = ((rest << Integer.SIZE) | Integer.toUnsignedLong(number.getInt())) % bound;
    }
    return (int) rest;
  }

  /// A number from the first to the last, both included.
  public BigInteger between(BigInteger first, BigInteger last) {
    return first.add(new BigInteger(1, next()).mod(last.subtract(first).add(BigInteger.ONE)));
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  byte[] next() {
    return sha256(
        ByteBuffer.allocate(key.length + Integer.BYTES).put(key).putInt(thrown++).array());
  }

  /// A copy of a fresh digest costs far less than looking one up.
  private static byte[] sha256(byte[] bytes) {
    try {
      return ((MessageDigest) FRESH.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
