package dev.concordat.contracts.protobuf;

import java.util.List;
import java.util.Optional;
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
    return places.nearest(inner(parts));
  }

  /// A part of it; empty where the text does not say it, or is not here.
  ///
  /// @param parts as for {@link #at}
  public Optional<Span> exactly(int... parts) {
    return places.exactly(inner(parts));
  }

  /// The value of an option, or of a part of one: where it stands by itself, else where something in it stands first, else
  /// the smallest part of the option that holds it. Empty where the option is not set.
  ///
  /// @param options the number of the declaration's field of options
  /// @param option the option's number
  /// @param parts numbers of fields within the option's value
  public Optional<Span> option(int options, int option, int... parts) {
    List<Integer> path =
        inner(IntStream.concat(IntStream.of(options, option), IntStream.of(parts)).toArray());
    return places
        .exactly(path)
        .or(() -> places.firstWithin(path))
        .or(() -> places.longest(path, path.size() - parts.length));
  }

  /// The file, under the name by which the workspace knows it.
  public String file() {
    return places.file();
  }

  /// Whether the compiler noted where things stand; most descriptor sets have no places.
  public boolean hasPlaces() {
    return !places.isEmpty();
  }

  private List<Integer> inner(int... parts) {
    return IntStream.concat(path.stream().mapToInt(Integer::intValue), IntStream.of(parts))
        .boxed()
        .toList();
  }

  /// Of what has a name, the name.
  public Span name() {
    return at(NAME);
  }

  Located child(int field, int index) {
    return new Located(places, inner(field, index));
  }

  @Override
  public String toString() {
    return whole().place().toString();
  }
}
