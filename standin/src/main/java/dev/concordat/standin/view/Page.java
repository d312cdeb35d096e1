package dev.concordat.standin.view;

import dev.concordat.model.json.JsonValue;
import java.util.List;

/// A part of a list.
///
/// @param total how many there are on all pages
/// @param from the position of the first, from 0
/// @param size how many fit
/// @param number which page it is, as its parameter counts
public record Page(List<JsonValue> items, int total, int from, int size, int number) {
  public Page {
    items = List.copyOf(items);
  }

  /// Whether more follow.
  public boolean hasNext() {
    return from + items.size() < total;
  }

  /// Where the next page begins.
  public int next() {
    return from + items.size();
  }
}
