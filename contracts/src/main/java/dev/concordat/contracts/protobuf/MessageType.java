package dev.concordat.contracts.protobuf;

import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A message type with all that is declared in it.
///
/// @param fullName `shop.v1.Order`
/// @param nested message types declared within, map entries included
/// @param extensions fields of other messages declared within
/// @param isMapEntry whether it was made for a map field and is not written by anybody
public record MessageType(
    String fullName,
    String name,
    List<FieldSpec> fields,
    List<Oneof> oneofs,
    List<MessageType> nested,
    List<EnumType> enums,
    List<FieldSpec> extensions,
    List<NumberRange> reservedRanges,
    List<ReservedName> reservedNames,
    List<NumberRange> extensionRanges,
    boolean isMapEntry,
    JsonObject options,
    Features features,
    Located located) {
  public MessageType {
    fields = List.copyOf(fields);
    oneofs = List.copyOf(oneofs);
    nested = List.copyOf(nested);
    enums = List.copyOf(enums);
    extensions = List.copyOf(extensions);
    reservedRanges = List.copyOf(reservedRanges);
    reservedNames = List.copyOf(reservedNames);
    extensionRanges = List.copyOf(extensionRanges);
  }

  /// Of its fields at most one is set.
  public record Oneof(String name, List<String> fields, JsonObject options, Located located) {
    public Oneof {
      fields = List.copyOf(fields);
    }
  }

  /// Numbers that are set aside, both ends included.
  public record NumberRange(int first, int last, Located located) {
    public boolean holds(int number) {
      return first <= number && number <= last;
    }
  }

  /// A name that is set aside.
  public record ReservedName(String name, Located located) {}

  public Optional<FieldSpec> field(int number) {
    return fields.stream().filter(field -> field.number() == number).findFirst();
  }

  public Optional<FieldSpec> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// The type and all that are declared within, at any depth.
  public Stream<MessageType> all() {
    return Stream.concat(Stream.of(this), nested.stream().flatMap(MessageType::all));
  }
}
