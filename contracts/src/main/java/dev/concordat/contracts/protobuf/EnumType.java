package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.protobuf.MessageType.NumberRange;
import dev.concordat.contracts.protobuf.MessageType.ReservedName;
import dev.concordat.model.json.JsonObject;
import java.util.List;

/// An enumeration.
///
/// @param isClosed whether values that it does not name are refused
public record EnumType(
    String fullName,
    String name,
    List<EnumValue> values,
    List<NumberRange> reservedRanges,
    List<ReservedName> reservedNames,
    boolean isClosed,
    boolean allowsAliases,
    JsonObject options,
    Features features,
    Located located) {
  public EnumType {
    values = List.copyOf(values);
    reservedRanges = List.copyOf(reservedRanges);
    reservedNames = List.copyOf(reservedNames);
  }

  /// A named number.
  public record EnumValue(String name, int number, JsonObject options, Located located) {}
}
