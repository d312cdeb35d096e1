package dev.concordat.record.shape;

import java.util.Optional;
import java.util.function.BinaryOperator;

/// What is known of all values that stood in one place: a summary whose size does not grow with the number of values.
///
/// Shapes are a commutative monoid: `a.merge(b)` is `b.merge(a)`, grouping does not matter, and {@link #EMPTY} changes
/// nothing. So it does not matter in which order, or on how many machines, traffic was seen. Absent, `null` and empty are
/// three things: an absent value is not counted at all.
///
/// @param seen all values
/// @param unread values that lie too deep, of which nothing is known
public record Shape(
    long seen,
    long nulls,
    long booleans,
    Numbers numbers,
    Texts texts,
    Optional<Items> items,
    Optional<Objects> objects,
    long unread) {
  /// No value.
  public static final Shape EMPTY =
      new Shape(0, 0, 0, Numbers.EMPTY, Texts.EMPTY, Optional.empty(), Optional.empty(), 0);

  static final Shape NULL = EMPTY.with(1, 1, 0, 0);
  static final Shape BOOLEAN = EMPTY.with(1, 0, 1, 0);
  static final Shape UNREAD = EMPTY.with(1, 0, 0, 1);

  /// What is known together.
  public Shape merge(Shape other) {
    if (seen == 0) {
      return other;
    }
    if (other.seen == 0) {
      return this;
    }
    return new Shape(
        seen + other.seen,
        nulls + other.nulls,
        booleans + other.booleans,
        numbers.merge(other.numbers),
        texts.merge(other.texts),
        both(items, other.items, Items::merge),
        both(objects, other.objects, Objects::merge),
        unread + other.unread);
  }

  private static <T> Optional<T> both(Optional<T> one, Optional<T> other, BinaryOperator<T> merge) {
    if (one.isEmpty()) {
      return other;
    }
    return other.isEmpty() ? one : Optional.of(merge.apply(one.get(), other.get()));
  }

  private Shape with(long all, long noValues, long truths, long tooDeep) {
    return new Shape(
        all,
        noValues,
        truths,
        Numbers.EMPTY,
        Texts.EMPTY,
        Optional.empty(),
        Optional.empty(),
        tooDeep);
  }

  static Shape of(Numbers numbers) {
    return new Shape(
        numbers.count(), 0, 0, numbers, Texts.EMPTY, Optional.empty(), Optional.empty(), 0);
  }

  /// Of texts only.
  public static Shape of(Texts texts) {
    return new Shape(
        texts.count(), 0, 0, Numbers.EMPTY, texts, Optional.empty(), Optional.empty(), 0);
  }

  static Shape of(Items items) {
    return new Shape(
        items.count(), 0, 0, Numbers.EMPTY, Texts.EMPTY, Optional.of(items), Optional.empty(), 0);
  }

  static Shape of(Objects objects) {
    return new Shape(
        objects.count(),
        0,
        0,
        Numbers.EMPTY,
        Texts.EMPTY,
        Optional.empty(),
        Optional.of(objects),
        0);
  }

  /// Whether all that is known are objects, `null` apart.
  public boolean isObject() {
    return objects.isPresent() && objects.get().count() + nulls == seen;
  }

  /// Whether all that is known are arrays, `null` apart.
  public boolean isArray() {
    return items.isPresent() && items.get().count() + nulls == seen;
  }
}
