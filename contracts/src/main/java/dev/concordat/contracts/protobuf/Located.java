package dev.concordat.contracts.protobuf;

import java.util.List;
import java.util.stream.IntStream;

/// Where a declaration and its parts stand. Parts are named as in `google/protobuf/descriptor.proto`: of a field, 1 is the
/// name, 3 the number, 4 the label, 5 and 6 the type, 8 its options.
public final class Located {
  private static final int NAME = 1;

  private final FilePlaces places;
  private final List<Integer> path;

  Located(FilePlaces places, List<Integer> path) {
    this.places = places;
    this.path = List.copyOf(path);
  }

  /// The declaration from its first word to its last sign.
  public Span whole() {
    return places.nearest(path);
  }

  /// A part of it, or the smallest known part that holds it.
  ///
  /// @param parts numbers of fields of the declaration's descriptor, with an index after each repeated one
  public Span at(int... parts) {
    return places.nearest(
        IntStream.concat(path.stream().mapToInt(Integer::intValue), IntStream.of(parts))
            .boxed()
            .toList());
  }

  /// Of what has a name, the name.
  public Span name() {
    return at(NAME);
  }

  Located child(int field, int index) {
    return new Located(
        places,
        IntStream.concat(path.stream().mapToInt(Integer::intValue), IntStream.of(field, index))
            .boxed()
            .toList());
  }

  @Override
  public String toString() {
    return whole().place().toString();
  }
}
