package dev.concordat.contracts.arazzo;

import dev.concordat.model.place.Place;

/// A value for a parameter of an operation, or for an input of a workflow.
public record Parameter(String name, Location location, Value value, Place place) {
  /// Where the value goes.
  public enum Location {
    PATH,
    QUERY,
    /// The whole query is the value.
    QUERYSTRING,
    HEADER,
    COOKIE,
    /// An input of the workflow that is called.
    INPUT
  }
}
