package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.concordat.contracts.protobuf.ProtobufCodec.Misfit;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads messages from their JSON form and notes all that does not fit. For one message. Not thread-safe.
final class JsonMessages {
  private static final int MAX_DEPTH = 100;

  private final ProtobufTypes types;
  private final List<Misfit> misfits = new ArrayList<>();
  private final WellKnownJson wellKnown = new WellKnownJson(this);
  private int depth;

  JsonMessages(ProtobufTypes types) {
    this.types = types;
  }

  List<Misfit> misfits() {
    return misfits;
  }

  ProtobufTypes types() {
    return types;
  }

  void misfit(String pointer, String message) {
    misfits.add(new Misfit(pointer, message));
  }

  Message parse(Descriptor type, JsonValue value) {
    return message(type, value, "");
  }

  Message message(Descriptor type, JsonValue value, String pointer) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    if (depth >= MAX_DEPTH) {
      misfit(pointer, "more than " + MAX_DEPTH + " messages stand inside one another");
      return builder.buildPartial();
    }
    depth++;
    if (!wellKnown.read(builder, value, pointer)) {
      fields(builder, value, pointer);
    }
    depth--;
    return builder.buildPartial();
  }

  void fields(DynamicMessage.Builder builder, JsonValue value, String pointer) {
    Descriptor type = builder.getDescriptorForType();
    if (!(value instanceof JsonObject object)) {
      misfit(pointer, type.getFullName() + " is an object, this is " + value.type());
      return;
    }
    Set<String> oneofs = new HashSet<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String inner = pointer + "/" + Pointers.escape(member.getKey());
      Optional<FieldDescriptor> field = field(type, member.getKey());
      if (field.isEmpty()) {
        misfit(inner, unknown(type, member.getKey()));
      } else if (isSet(field.get(), member.getValue())) {
        boolean isSecond =
            field.get().getRealContainingOneof() != null
                && !oneofs.add(field.get().getRealContainingOneof().getName());
        if (isSecond) {
          misfit(
              inner,
              "of `" + field.get().getRealContainingOneof().getName() + "` only one may be set");
        }
        set(builder, field.get(), member.getValue(), inner);
      }
    }
  }

  /// `null` leaves a field unset, but for those that can hold it.
  private static boolean isSet(FieldDescriptor field, JsonValue value) {
    return value != JsonNull.NULL || (!field.isRepeated() && holdsNull(field));
  }

  private static boolean holdsNull(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> field.getMessageType().getFullName().equals("google.protobuf.Value");
      case ENUM -> field.getEnumType().getFullName().equals("google.protobuf.NullValue");
      default -> false;
    };
  }

  private Optional<FieldDescriptor> field(Descriptor type, String name) {
    if (name.startsWith("[") && name.endsWith("]")) {
      return types
          .extension(name.substring(1, name.length() - 1))
          .filter(extension -> extension.getContainingType().equals(type));
    }
    return type.getFields().stream()
        .filter(field -> field.getJsonName().equals(name) || field.getName().equals(name))
        .findFirst();
  }

  private static String unknown(Descriptor type, String name) {
    List<String> known = type.getFields().stream().map(FieldDescriptor::getJsonName).toList();
    return type.getFullName() + " has no field `" + name + "`." + DidYouMean.sentence(name, known);
  }

  private void set(
      DynamicMessage.Builder builder, FieldDescriptor field, JsonValue value, String pointer) {
    if (field.isMapField()) {
      map(builder, field, value, pointer);
    } else if (!field.isRepeated()) {
      single(field, value, pointer).ifPresent(one -> builder.setField(field, one));
    } else if (value instanceof JsonArray array) {
      int index = 0;
      for (JsonValue item : array.items()) {
        single(field, item, pointer + "/" + index++)
            .ifPresent(one -> builder.addRepeatedField(field, one));
      }
    } else {
      misfit(pointer, "`" + field.getName() + "` is a list, this is " + value.type());
    }
  }

  private void map(
      DynamicMessage.Builder builder, FieldDescriptor field, JsonValue value, String pointer) {
    if (!(value instanceof JsonObject object)) {
      misfit(pointer, "`" + field.getName() + "` is a map, this is " + value.type());
      return;
    }
    FieldDescriptor keys = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor values = field.getMessageType().findFieldByNumber(2);
    object
        .members()
        .forEach(
            (key, held) -> {
              String inner = pointer + "/" + Pointers.escape(key);
              Optional<Object> name = Scalars.key(keys, key);
              Optional<Object> content = single(values, held, inner);
              if (name.isEmpty()) {
                misfit(inner, "`" + key + "` is no " + Scalars.name(keys));
              } else if (content.isPresent()) {
                builder.addRepeatedField(
                    field,
                    DynamicMessage.newBuilder(field.getMessageType())
                        .setField(keys, name.get())
                        .setField(values, content.get())
                        .buildPartial());
              }
            });
  }

  Optional<Object> single(FieldDescriptor field, JsonValue value, String pointer) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return Optional.of(message(field.getMessageType(), value, pointer));
    }
    Optional<Object> scalar = Scalars.of(field, value);
    if (scalar.isEmpty()) {
      String shown =
          value instanceof JsonString || value.type().equals("number")
              ? value.toString()
              : value.type();
      misfit(pointer, shown + " is no " + Scalars.name(field));
    }
    return scalar;
  }
}
