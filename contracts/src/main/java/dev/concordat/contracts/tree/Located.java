package dev.concordat.contracts.tree;

import dev.concordat.model.place.Place;

/// A sentence of a document that knows where it stands. Place and text are found on demand, because a description of
/// megabytes has hundreds of thousands of sentences and few of them are ever shown.
public interface Located {
  /// Where it stands, with its pointer.
  Place place();

  /// The text of its line, without the indentation.
  String sourceLine();

  /// A sentence whose place is known already.
  static Located at(Place place, String sourceLine) {
    return new Known(place, sourceLine);
  }

  /// What is known already.
  record Known(Place place, String sourceLine) implements Located {}
}
