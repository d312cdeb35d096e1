package dev.concordat.conform.explain;

/// What an error body says of one place of a request.
///
/// @param field as the body names it, its parts joined with slashes: `body/items/0/qty`, `Qty`; empty where it names none
/// @param bound the number, pattern, format or listed values that it tells; empty where it tells none
/// @param message its own words
record Observation(String field, Kind kind, String bound, String message) {

  /// What is wrong, in the words of JSON Schema where it has any.
  enum Kind {
    REQUIRED,
    TYPE,
    FORMAT,
    MINIMUM,
    MAXIMUM,
    MIN_LENGTH,
    MAX_LENGTH,
    PATTERN,
    ENUM,
    /// A member that the provider does not know.
    UNKNOWN,
    /// Something is there already.
    CONFLICT,
    /// Something that the request names is not there.
    MISSING_RESOURCE,
    AUTHENTICATION,
    /// Wrong for a reason that is not understood.
    OTHER
  }
}
