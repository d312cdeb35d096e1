package dev.concordat.contracts.avro;

/// The 64-bit Rabin fingerprint (specification, Schema Fingerprints).
final class Rabin {
  private static final long EMPTY = 0xc15d213aa4d7a795L;
  private static final int BYTE_VALUES = 256;
  private static final long[] TABLE = table();

  private Rabin() {}

  private static long[] table() {
    var table = new long[BYTE_VALUES];
    for (int i = 0; i < BYTE_VALUES; i++) {
      long fingerprint = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        fingerprint = (fingerprint >>> 1) ^ (EMPTY & -(fingerprint & 1L));
      }
      table[i] = fingerprint;
    }
    return table;
  }

  static long fingerprint(byte[] bytes) {
    long fingerprint = EMPTY;
    for (byte b : bytes) {
      fingerprint = (fingerprint >>> Byte.SIZE) ^ TABLE[(int) (fingerprint ^ b) & 0xff];
    }
    return fingerprint;
  }
}
