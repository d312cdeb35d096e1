package dev.concordat.contracts.meaning;

import java.nio.IntBuffer;

/// What a vertex says and where it leads, to find others that are the same.
record Content(String label, IntBuffer edges) {
  // 2^32 divided by the golden ratio: numbers that stand close together come far apart (Knuth,
  // volume 3, section 6.4).
  private static final int SPREAD = 0x9E3779B1;

  /// Edges are small numbers in a row, for which a list's own sum of products has the same value too often.
  @Override
  public int hashCode() {
    int hash = label.hashCode();
    for (int i = 0; i < edges.limit(); i++) {
      hash = (hash ^ edges.get(i)) * SPREAD;
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
