package dev.concordat.standin.message;

import dev.concordat.cases.value.Dice;
import java.math.BigInteger;
import java.util.UUID;

/// Random UUIDs (RFC 9562, version 4) of which the same seed and path give the same.
final class Uuids {
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final long VERSION_MASK = ~0xF000L;
  private static final long VERSION = 0x4000L;
  private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
  private static final long VARIANT = 0x8000000000000000L;

  private Uuids() {}

  static String at(long seed, String path) {
    Dice dice = Dice.at(seed, path + "/uuid");
    long high = dice.between(BigInteger.ZERO, MOST).longValue();
    long low = dice.between(BigInteger.ZERO, MOST).longValue();
    return new UUID((high & VERSION_MASK) | VERSION, (low & VARIANT_MASK) | VARIANT).toString();
  }
}
