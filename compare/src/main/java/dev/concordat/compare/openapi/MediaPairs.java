package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which media types of a sender are which of a receiver, ranges included.
final class MediaPairs {
  private MediaPairs() {}

  /// What a sender may send, and what the receiver says of it.
  ///
  /// @param concrete a type without wildcards that the sender means by its entry and the receiver by its own
  /// @param receiver nothing where it takes no such type
  record Pair(MediaTypeSpec sender, MediaType concrete, Optional<MediaTypeSpec> receiver) {}

  /// All that a sender may send. A range is one pair for each entry of the receiver inside of it, and one for the rest.
  static List<Pair> of(List<MediaTypeSpec> sender, List<MediaTypeSpec> receiver) {
    var pairs = new ArrayList<Pair>();
    for (MediaTypeSpec spec : sender) {
      if (!spec.mediaType().isRange()) {
        pairs.add(new Pair(spec, spec.mediaType(), choose(receiver, spec.mediaType())));
        continue;
      }
      for (MediaTypeSpec inside : receiver) {
        MediaType type = inside.mediaType();
        if (!type.isRange() && isMeantBy(spec, sender, type)) {
          pairs.add(new Pair(spec, type, Optional.of(inside)));
        }
      }
      pairs.addAll(rest(spec, sender, receiver));
    }
    return pairs;
  }

  /// Types of the range that neither side names by itself: one that is JSON and one that is not, unless the receiver
  /// says the same of both.
  private static List<Pair> rest(
      MediaTypeSpec range, List<MediaTypeSpec> sender, List<MediaTypeSpec> receiver) {
    var pairs = new ArrayList<Pair>();
    for (MediaType any : unnamed(range.mediaType())) {
      Optional<MediaTypeSpec> taken = choose(receiver, any);
      boolean isNew = pairs.stream().noneMatch(pair -> pair.receiver().equals(taken));
      if (isNew && isMeantBy(range, sender, any)) {
        pairs.add(new Pair(range, any, taken));
      }
    }
    return pairs;
  }

  private static List<MediaType> unnamed(MediaType range) {
    String type = range.type().equals("*") ? "application" : range.type();
    List<String> subtypes =
        range.subtype().startsWith("*+")
            ? List.of("x-any" + range.subtype().substring(1))
            : List.of("x-any+json", "x-any");
    return subtypes.stream()
        .map(subtype -> MediaType.parse(type + "/" + subtype).orElseThrow())
        .toList();
  }

  private static boolean isMeantBy(
      MediaTypeSpec spec, List<MediaTypeSpec> all, MediaType concrete) {
    return choose(all, concrete).filter(chosen -> chosen.equals(spec)).isPresent();
  }

  private static Optional<MediaTypeSpec> choose(List<MediaTypeSpec> all, MediaType concrete) {
    return MediaType.choose(all, concrete);
  }

  /// The entry as one of a type without wildcards.
  static MediaTypeSpec as(MediaTypeSpec spec, MediaType concrete) {
    return new MediaTypeSpec(
        concrete,
        spec.schema(),
        spec.itemSchema(),
        spec.examples(),
        spec.encodings(),
        spec.written());
  }

  /// The pair in which a message passes most easily: one that both know, JSON first.
  ///
  /// @param sender at least one
  static Pair best(List<MediaTypeSpec> sender, List<MediaTypeSpec> receiver) {
    List<Pair> pairs = of(sender, receiver);
    return pairs.stream()
        .filter(pair -> pair.receiver().isPresent() && pair.concrete().isJson())
        .findFirst()
        .or(() -> pairs.stream().filter(pair -> pair.receiver().isPresent()).findFirst())
        .or(() -> pairs.stream().findFirst())
        .orElseGet(
            () ->
                new Pair(
                    sender.getFirst(),
                    BodyText.concreteOf(sender.getFirst().mediaType()),
                    Optional.empty()));
  }
}
