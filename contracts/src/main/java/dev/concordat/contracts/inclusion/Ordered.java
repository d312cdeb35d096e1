package dev.concordat.contracts.inclusion;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A small set that keeps its order and never changes, so that its hash is worked out once: the same sets are looked up
/// again and again, and what is inside them is deep.
final class Ordered<T> extends AbstractSet<T> {
  /// Of more elements one is found by its hash.
  private static final int MAX_SCANNED = 8;

  private final T[] elements;
  private final int hash;
  private @Nullable Set<T> index;

  private Ordered(T[] elements, int hash) {
    this.elements = elements;
    this.hash = hash;
  }

  static <T> Set<T> of(Collection<? extends T> elements) {
    if (elements.isEmpty()) {
      return Set.of();
    }
    Collection<? extends T> different =
        elements.size() == 1 || elements instanceof Set<?>
            ? elements
            : new LinkedHashSet<>(elements);
    @SuppressWarnings("unchecked")
    T[] all = (T[]) different.toArray();
    int hash = 0;
    for (T element : all) {
      hash += Objects.hashCode(element);
    }
    return new Ordered<>(all, hash);
  }

  /// The same with one more at its end, where it is not there yet.
  static <T> Set<T> with(Set<T> elements, T further) {
    if (elements.contains(further)) {
      return elements;
    }
    @SuppressWarnings("unchecked")
    T[] all = (T[]) elements.toArray(new Object[elements.size() + 1]);
    all[all.length - 1] = further;
    return new Ordered<>(all, elements.hashCode() + further.hashCode());
  }

  @Override
  public Iterator<T> iterator() {
    return Arrays.asList(elements).iterator();
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public boolean contains(@Nullable Object wanted) {
    if (elements.length > MAX_SCANNED) {
      Set<T> known = index;
      if (known == null) {
        known = Set.copyOf(Arrays.asList(elements));
        index = known;
      }
      return wanted != null && known.contains(wanted);
    }
    for (T element : elements) {
      if (element.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Ordered<?> that
            ? hash == that.hash && elements.length == that.elements.length && containsAll(that)
            : super.equals(other));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
