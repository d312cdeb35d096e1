package dev.concordat.contracts.protobuf;

import java.util.Optional;

/// Something in a message's bytes that its type does not say.
///
/// @param pointer where in the message, as in its JSON form; indexes of lists are `*`
/// @param type the full name of the message type in which it stands
/// @param field the field that it is about, by its number; empty where the bytes belong to none
/// @param offset the byte at which it was noticed
public record WireProblem(
    Kind kind, String pointer, String type, Optional<Integer> field, int offset, String message) {
  /// What is wrong.
  public enum Kind {
    /// A field number that the type does not have. Not wrong by itself: newer versions of a type have more fields.
    UNKNOWN_FIELD,
    /// The bytes of a field are of another kind than its type's.
    WRONG_WIRE_TYPE,
    /// A required field (proto2) is absent.
    MISSING_REQUIRED,
    /// A string is not UTF-8.
    INVALID_UTF8,
    /// A closed enumeration has no such value; an open one takes it.
    UNKNOWN_ENUM_VALUE,
    /// The message ends within a value.
    TRUNCATED,
    /// Bytes that are no Protocol Buffers message at all.
    MALFORMED,
    /// More messages within one another than are read.
    TOO_DEEP,
    /// A time or duration out of its range.
    OUT_OF_RANGE
  }
}
