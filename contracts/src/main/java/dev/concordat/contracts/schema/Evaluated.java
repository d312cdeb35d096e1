package dev.concordat.contracts.schema;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Which members or items of one value, by their positions, some keyword has looked at; what `unevaluatedProperties` and
/// `unevaluatedItems` ask.
final class Evaluated {
  private long first;
  private @Nullable BitSet more;
  private boolean hasAll;

  void add(int at) {
    if (at < Long.SIZE) {
      first |= 1L << at;
    } else {
      BitSet known = more;
      if (known == null) {
        known = new BitSet();
        more = known;
      }
      known.set(at);
    }
  }

  void addAll() {
    hasAll = true;
  }

  boolean has(int at) {
    if (hasAll) {
      return true;
    }
    return at < Long.SIZE ? (first & (1L << at)) != 0 : more != null && more.get(at);
  }

  void add(Evaluated other) {
    hasAll |= other.hasAll;
    first |= other.first;
    BitSet others = other.more;
    if (others != null) {
      if (more == null) {
        more = others;
      } else {
        more.or(others);
      }
    }
  }
}
