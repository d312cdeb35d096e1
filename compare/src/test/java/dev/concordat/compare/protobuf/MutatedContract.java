package dev.concordat.compare.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import java.util.List;
import java.util.Random;

/// Random proto2 contracts and changes of them of which is known what they do. Proto2, because it has all there is: required
/// fields, defaults, closed enumerations.
final class MutatedContract {
  static final int FIELDS = 8;
  private static final List<Type> SCALARS =
      List.of(
          Type.TYPE_INT32,
          Type.TYPE_INT64,
          Type.TYPE_UINT32,
          Type.TYPE_SINT32,
          Type.TYPE_SINT64,
          Type.TYPE_FIXED32,
          Type.TYPE_FIXED64,
          Type.TYPE_FLOAT,
          Type.TYPE_DOUBLE,
          Type.TYPE_BOOL,
          Type.TYPE_STRING,
          Type.TYPE_BYTES);

  private final Random random;

  MutatedContract(Random random) {
    this.random = random;
  }

  /// A message with random fields, the last two of which are an enumeration and a message.
  FileDescriptorProto original() {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName("A");
    for (int number = 1; number <= FIELDS; number++) {
      message.addField(field("f" + number, number, scalar()).setLabel(label()));
    }
    message.addField(
        field("colour", 20, Type.TYPE_ENUM).setTypeName(".shop.Colour").setLabel(label()));
    message.addField(
        field("inner", 21, Type.TYPE_MESSAGE).setTypeName(".shop.Inner").setLabel(label()));
    return FileDescriptorProto.newBuilder()
        .setName("shop.proto")
        .setPackage("shop")
        .setSyntax("proto2")
        .addMessageType(message)
        .addMessageType(
            DescriptorProto.newBuilder()
                .setName("Inner")
                .addField(field("x", 1, Type.TYPE_INT32))
                .addField(field("y", 2, Type.TYPE_STRING)))
        .addEnumType(
            EnumDescriptorProto.newBuilder()
                .setName("Colour")
                .addValue(value("RED", 0))
                .addValue(value("BLUE", 1))
                .addValue(value("GREEN", 2)))
        .build();
  }

  private static EnumValueDescriptorProto.Builder value(String name, int number) {
    return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number);
  }

  private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setJsonName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL);
  }

  private Type scalar() {
    return SCALARS.get(random.nextInt(SCALARS.size()));
  }

  private Label label() {
    return random.nextInt(4) == 0 ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL;
  }

  /// A change of which is known what it does.
  enum Operator {
    TYPE_OF_OTHER_BYTES(true),
    CARDINALITY(true),
    REMOVE(true),
    RENUMBER(true),
    REQUIRE(true),
    ENUM_VALUE_REMOVED(true),
    INNER_TYPE(true),
    JOIN_IN_ONEOF(true),
    ADD(false),
    REMOVE_AND_RESERVE(false),
    ENUM_VALUE_ADDED(false),
    RENAME_MESSAGE_OF_FIELD(false),
    REORDER(false);

    private final boolean isBreaking;

    Operator(boolean isBreaking) {
      this.isBreaking = isBreaking;
    }

    boolean isBreaking() {
      return isBreaking;
    }
  }

  FileDescriptorProto mutate(FileDescriptorProto original, Operator operator) {
    FileDescriptorProto.Builder file = original.toBuilder();
    DescriptorProto.Builder message = file.getMessageTypeBuilder(0);
    int at = random.nextInt(FIELDS);
    FieldDescriptorProto.Builder field = message.getFieldBuilder(at);
    switch (operator) {
      case TYPE_OF_OTHER_BYTES -> field.setType(ofOtherBytes(field.getType()));
      case CARDINALITY ->
          field.setLabel(
              field.getLabel() == Label.LABEL_REPEATED
                  ? Label.LABEL_OPTIONAL
                  : Label.LABEL_REPEATED);
      case REMOVE -> message.removeField(at);
      case RENUMBER -> field.setNumber(15);
      case REQUIRE ->
          message.addField(field("needed", 30, scalar()).setLabel(Label.LABEL_REQUIRED));
      case ENUM_VALUE_REMOVED -> file.getEnumTypeBuilder(0).removeValue(1 + random.nextInt(2));
      case INNER_TYPE ->
          file.getMessageTypeBuilder(1).getFieldBuilder(0).setType(Type.TYPE_SFIXED32);
      case JOIN_IN_ONEOF -> {
        message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("pick"));
        for (int i : List.of(0, 1)) {
          message.getFieldBuilder(i).setLabel(Label.LABEL_OPTIONAL).setOneofIndex(0);
        }
      }
      case ADD -> message.addField(field("more", 31, scalar()));
      case REMOVE_AND_RESERVE -> {
        message.addReservedRange(
            DescriptorProto.ReservedRange.newBuilder()
                .setStart(field.getNumber())
                .setEnd(field.getNumber() + 1));
        message.addReservedName(field.getName());
        message.removeField(at);
      }
      case ENUM_VALUE_ADDED -> file.getEnumTypeBuilder(0).addValue(value("BLACK", 3));
      case RENAME_MESSAGE_OF_FIELD -> {
        file.getMessageTypeBuilder(1).setName("Other");
        message.getFieldBuilder(FIELDS + 1).setTypeName(".shop.Other");
      }
      case REORDER -> {
        FieldDescriptorProto first = message.getField(0);
        message.removeField(0).addField(first);
      }
    }
    return file.build();
  }

  private Type ofOtherBytes(Type type) {
    Type other = scalar();
    while (group(other).equals(group(type))
        || (type == Type.TYPE_STRING && other == Type.TYPE_BYTES)) {
      other = scalar();
    }
    return other;
  }

  private static String group(Type type) {
    return switch (type) {
      case TYPE_INT32, TYPE_INT64, TYPE_UINT32, TYPE_UINT64, TYPE_BOOL -> "varint";
      case TYPE_SINT32, TYPE_SINT64 -> "zigzag";
      case TYPE_STRING, TYPE_BYTES -> "text";
      case TYPE_DOUBLE,
          TYPE_FLOAT,
          TYPE_FIXED64,
          TYPE_FIXED32,
          TYPE_GROUP,
          TYPE_MESSAGE,
          TYPE_ENUM,
          TYPE_SFIXED32,
          TYPE_SFIXED64 ->
          type.name();
    };
  }
}
