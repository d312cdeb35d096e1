package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages of a sender in which a value of an enumeration can stand, one for each field that can hold it.
final class EnumHolders {
  private EnumHolders() {}

  /// A message with the value.
  ///
  /// @param field the field that holds it, or the map that does
  record Held(String type, FieldDescriptor field, Message message) {}

  static Stream<Held> of(Peer sender, String enumName, int number) {
    return sender.messages().stream()
        .flatMap(
            type ->
                sender
                    .fields(type)
                    .filter(field -> holds(sender, field, enumName))
                    .flatMap(field -> held(sender, type, field, number).stream()));
  }

  private static boolean holds(Peer sender, FieldSpec field, String enumName) {
    return field.isMap()
        ? sender
            .message(field.typeName())
            .flatMap(entry -> entry.field(2))
            .filter(value -> value.typeName().equals(enumName))
            .isPresent()
        : field.typeName().equals(enumName);
  }

  private static Optional<Held> held(Peer sender, MessageType type, FieldSpec spec, int number) {
    Optional<Descriptor> descriptor = sender.descriptor(type.fullName());
    return descriptor
        .flatMap(known -> sender.contract().types().field(known, spec.number()))
        .map(field -> new Held(type.fullName(), field, message(descriptor.get(), field, number)));
  }

  private static Message message(Descriptor type, FieldDescriptor field, int number) {
    Object value;
    if (field.isMapField()) {
      Descriptor entry = field.getMessageType();
      FieldDescriptor held = entry.findFieldByNumber(2);
      value =
          List.of(
              Samples.smallest(entry)
                  .setField(held, Samples.enumValue(held, number))
                  .buildPartial());
    } else {
      Object one = Samples.enumValue(field, number);
      value = field.isRepeated() ? List.of(one) : one;
    }
    return Samples.smallest(type).setField(field, value).buildPartial();
  }
}
