package dev.concordat.registry.store;

/// One page of a list.
///
/// @param number from 1
/// @param size rows on a page
public record Page(int number, int size) {
  /// Everything on one page, as far as lists that are small by nature go.
  public static final Page ALL = new Page(1, Integer.MAX_VALUE);

  public Page {
    if (number < 1 || size < 1) {
      throw new IllegalArgumentException("pages begin with 1 and hold something");
    }
  }

  /// The first rows.
  public static Page first(int size) {
    return new Page(1, size);
  }

  /// Rows before this page.
  public long offset() {
    return (number - 1L) * size;
  }

  /// How many pages there are.
  ///
  /// @param total rows of the list
  public long pages(long total) {
    return (total + size - 1) / size;
  }
}
