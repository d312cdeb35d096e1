package dev.concordat.compare.oasdiff;

import java.util.Optional;

/// One schema in both contracts.
///
/// @param pointer where in a value
/// @param isWhole whether it is the schema of the whole part of the message
/// @param around the pair that has it as a property, and the property's name; empty where it is none
record Pair(
    Written before, Written after, String pointer, boolean isWhole, Optional<Property> around) {
  /// A property of an object.
  record Property(Pair object, String name) {
    /// Whether the old contract asks for it.
    boolean isRequired() {
      return object.before().lists("required", name);
    }
  }
}
