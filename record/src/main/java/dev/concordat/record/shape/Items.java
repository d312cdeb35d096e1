package dev.concordat.record.shape;

/// What is known of arrays that stood in one place.
///
/// @param longest the most items that one had
/// @param item all items of all of them
public record Items(long count, long longest, Shape item) {
  Items merge(Items other) {
    return new Items(count + other.count, Math.max(longest, other.longest), item.merge(other.item));
  }
}
