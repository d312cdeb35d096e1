package dev.concordat.record.learning;

import java.util.NavigableMap;

/// What is known of parameters or headers by their names.
///
/// @param isCrowded whether there were more than {@value #MAX_NAMES}, so that none is kept
public record Fields(NavigableMap<String, Field> byName, boolean isCrowded) {
  /// None.
  public static final Fields EMPTY = new Fields(Maps.none(), false);

  private static final int MAX_NAMES = 100;

  public Fields {
    if (isCrowded || byName.size() > MAX_NAMES) {
      byName = Maps.none();
      isCrowded = true;
    }
  }

  Fields merge(Fields other) {
    return new Fields(Maps.merge(byName, other.byName, Field::merge), isCrowded || other.isCrowded);
  }
}
