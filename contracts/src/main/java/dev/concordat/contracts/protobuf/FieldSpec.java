package dev.concordat.contracts.protobuf;

import dev.concordat.model.json.JsonObject;
import java.util.Optional;

/// A field of a message, or an extension of one.
///
/// @param fullName `shop.v1.Order.total`
/// @param jsonName the name in JSON, as written or derived
/// @param type `int32`, `string`, `message`, `enum`, `group` …, as in the language
/// @param typeName the full name of the message or enumeration; empty for others
/// @param hasPresence whether the receiver can tell that it was not set
/// @param oneof the oneof that it belongs to; those made for `optional` do not count
/// @param defaultValue as written (proto2 and editions)
/// @param extendee of an extension, the full name of the message it extends; empty otherwise
public record FieldSpec(
    String fullName,
    String name,
    String jsonName,
    int number,
    String type,
    String typeName,
    Label label,
    boolean hasPresence,
    boolean isPacked,
    boolean isMap,
    Optional<String> oneof,
    Optional<String> defaultValue,
    String extendee,
    JsonObject options,
    Features features,
    Located located) {
  /// How many values it has.
  public enum Label {
    OPTIONAL,
    REQUIRED,
    REPEATED
  }

  public boolean isExtension() {
    return !extendee.isEmpty();
  }

  /// The type as it is written: `repeated shop.v1.Item`.
  public String shownType() {
    String own = typeName.isEmpty() ? type : typeName;
    return label == Label.REPEATED && !isMap ? "repeated " + own : own;
  }
}
