package dev.concordat.contracts.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The names of a JSON text's members, each once, told apart by their bytes. They become the JVM's own strings when somebody
/// asks for them. Filled by one thread, asked by many.
final class NameTable {
  /// Names that were chosen to stand at one place of the table are not looked for any longer.
  private static final int MAX_PROBES = 64;

  private final byte[] bytes;
  // Numbers of names plus one, by hash; a power of two.
  private int[] slots = new int[1 << 12];
  private int[] hashes = new int[1 << 10];
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int size;
  private @Nullable String[] names = {};

  NameTable(byte[] bytes) {
    this.bytes = bytes;
  }

  int size() {
    return size;
  }

  /// The number of the name between two bytes, or -1 where the table cannot hold it.
  int numberOf(int hash, int start, int end) {
    int mask = slots.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int number = slots[slot] - 1;
      if (number < 0) {
        return add(slot, hash, start, end);
      }
      if (hashes[number] == hash
          && Arrays.equals(bytes, starts[number], ends[number], bytes, start, end)) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int add(int slot, int hash, int start, int end) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    int number = size++;
    hashes[number] = hash;
    starts[number] = start;
    ends[number] = end;
    slots[slot] = size;
    if (size > slots.length / 4) {
      spread();
    }
    return number;
  }

  private void spread() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = (hashes[number] ^ (hashes[number] >>> 15)) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = number + 1;
    }
    slots = wider;
  }

  /// Forgets what is only needed for filling.
  void close() {
    slots = new int[0];
    hashes = slots;
    names = new String[size];
  }

  String name(int number) {
    String known = names[number];
    if (known == null) {
      int start = starts[number];
      known = new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8).intern();
      names[number] = known;
    }
    return known;
  }
}
