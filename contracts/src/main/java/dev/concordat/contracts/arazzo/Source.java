package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;

/// A document whose operations or workflows are used.
///
/// @param url relative to the document that names it, or absolute
public record Source(String name, String url, Type type, Place place) {
  /// What kind of document it is.
  public enum Type {
    OPENAPI,
    ASYNCAPI,
    ARAZZO,
    /// Not said.
    ANY
  }
}
