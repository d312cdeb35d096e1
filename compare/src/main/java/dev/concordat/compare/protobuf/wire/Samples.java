package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.List;
import java.util.stream.Stream;

/// Values that are worth sending: small ones first, then those at the edges of their types.
final class Samples {
  private static final int MAX_ENUM_VALUES = 64;
  private static final int MAX_NESTING = 8;

  private Samples() {}

  /// The smallest message of a type that can be sent: what is required, and both parts of a map's entry.
  static DynamicMessage.Builder smallest(Descriptor type) {
    return smallest(type, 0);
  }

  private static DynamicMessage.Builder smallest(Descriptor type, int depth) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      boolean isNeeded = field.isRequired() || type.getOptions().getMapEntry();
      if (isNeeded && depth < MAX_NESTING) {
        builder.setField(
            field,
            field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? smallest(field.getMessageType(), depth + 1).buildPartial()
                : scalars(field).getFirst());
      }
    }
    return builder;
  }

  /// A message of a type that says something, if its type lets it.
  static Message filled(Descriptor type) {
    DynamicMessage.Builder builder = smallest(type);
    type.getFields().stream()
        .filter(field -> !field.isRepeated())
        .filter(field -> field.getJavaType() != FieldDescriptor.JavaType.MESSAGE)
        .findFirst()
        .ifPresent(field -> builder.setField(field, scalars(field).getFirst()));
    return builder.buildPartial();
  }

  /// Values of a field that is no message; never the one that readers take where nothing is sent.
  static List<Object> scalars(FieldDescriptor field) {
    return switch (field.getType()) {
      case INT32, SINT32, SFIXED32 ->
          List.of(1, -1, 1 << 24 | 1, Integer.MAX_VALUE, Integer.MIN_VALUE);
      case UINT32, FIXED32 -> List.of(1, 1 << 24 | 1, -1);
      case INT64, SINT64, SFIXED64 ->
          List.of(1L, -1L, 1L << 32, 1L << 53 | 1, Long.MAX_VALUE, Long.MIN_VALUE);
      case UINT64, FIXED64 -> List.of(1L, 1L << 32, 1L << 53 | 1, -1L);
      case BOOL -> List.of(true);
      case FLOAT -> List.of(1.5f, -1.5f);
      case DOUBLE -> List.of(1.5, 0.1, 1e300);
      case STRING -> List.of("a", "1", "é");
      case BYTES ->
          List.of(
              ByteString.copyFromUtf8("a"),
              ByteString.copyFrom(new byte[] {(byte) 0xFF}),
              ByteString.copyFrom(new byte[] {8, 1}));
      case ENUM -> enumValues(field);
      case MESSAGE, GROUP -> List.of();
    };
  }

  private static List<Object> enumValues(FieldDescriptor field) {
    List<Object> others =
        field.getEnumType().getValues().stream()
            .filter(value -> value.getNumber() != 0)
            .limit(MAX_ENUM_VALUES)
            .map(Object.class::cast)
            .toList();
    return others.isEmpty() ? List.of(field.getEnumType().getValues().getFirst()) : others;
  }

  /// What to set a field to: each value alone; of lists, also two.
  static Stream<Object> settings(FieldDescriptor field, List<?> values) {
    return field.isRepeated()
        ? Stream.concat(
            values.stream().map(List::of),
            values.isEmpty()
                ? Stream.empty()
                : Stream.of(List.of(values.getFirst(), values.getLast())))
        : values.stream().map(Object.class::cast);
  }

  /// A value of an enumeration as the library wants it.
  static Object enumValue(FieldDescriptor field, int number) {
    EnumValueDescriptor known = field.getEnumType().findValueByNumber(number);
    return known == null ? field.getEnumType().findValueByNumberCreatingIfUnknown(number) : known;
  }
}
