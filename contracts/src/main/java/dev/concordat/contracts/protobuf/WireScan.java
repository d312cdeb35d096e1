package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import dev.concordat.contracts.protobuf.WireProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Walks the bytes of a message by its type and notes all that does not fit.
/// See protobuf.dev, "Encoding".
final class WireScan {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_PROBLEMS = 1_000;

  private final ProtobufTypes types;
  private final WireReader in;
  private final List<WireProblem> problems = new ArrayList<>();
  private boolean isBroken;

  WireScan(ProtobufTypes types, byte[] bytes) {
    this.types = types;
    this.in = new WireReader(bytes);
  }

  List<WireProblem> scan(Descriptor type) {
    message(type, in.size(), "", 0);
    return problems;
  }

  /// Whether the bytes could not be walked to their end.
  boolean isBroken() {
    return isBroken;
  }

  private void message(Descriptor type, int end, String pointer, int depth) {
    if (depth > MAX_DEPTH) {
      broken(
          Kind.TOO_DEEP,
          type,
          pointer,
          "more than " + MAX_DEPTH + " messages stand inside one another");
      return;
    }
    Set<Integer> seen = new HashSet<>();
    while (!isBroken && in.at() < end) {
      int start = in.at();
      long tag = in.varint(end);
      int number = (int) (tag >>> 3);
      int wireType = (int) (tag & 7);
      if (in.isPastEnd()
          || tag >>> 32 != 0
          || number <= 0
          || wireType > WireFormat.WIRETYPE_FIXED32) {
        Kind kind = in.isPastEnd() ? Kind.TRUNCATED : Kind.MALFORMED;
        broken(kind, type, pointer, "byte " + start + " starts no field");
      } else if (wireType == WireFormat.WIRETYPE_END_GROUP) {
        broken(
            Kind.MALFORMED, type, pointer, "byte " + start + " ends a group that was not started");
      } else {
        field(type, new Tag(number, wireType, start), end, pointer, depth, seen);
      }
    }
    if (!isBroken) {
      missing(type, seen, pointer);
    }
  }

  private record Tag(int number, int wireType, int start) {}

  private void field(
      Descriptor type, Tag tag, int end, String pointer, int depth, Set<Integer> seen) {
    Optional<FieldDescriptor> known = types.field(type, tag.number());
    if (known.isEmpty()) {
      note(
          Kind.UNKNOWN_FIELD,
          pointer,
          type,
          Optional.empty(),
          tag.start(),
          "field " + tag.number() + " is not in " + type.getFullName());
      skip(type, tag, end, pointer, depth);
      return;
    }
    FieldDescriptor field = known.get();
    String inner = pointer + "/" + name(field) + (field.isRepeated() ? "/*" : "");
    boolean isPacked = field.isPackable() && tag.wireType() == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    if (!isPacked && tag.wireType() != field.getLiteType().getWireType()) {
      note(
          Kind.WRONG_WIRE_TYPE,
          inner,
          type,
          Optional.of(tag.number()),
          tag.start(),
          "`"
              + field.getName()
              + "` is "
              + field.getType().name().toLowerCase(Locale.ROOT)
              + ", but its bytes are "
              + WIRE_TYPES.get(tag.wireType()));
      skip(type, tag, end, pointer, depth);
      return;
    }
    seen.add(tag.number());
    if (isPacked) {
      packed(type, field, end, inner);
    } else {
      value(type, field, end, inner, depth);
    }
  }

  private static final List<String> WIRE_TYPES =
      List.of(
          "a varint", "64 bits", "length-delimited", "a group", "the end of a group", "32 bits");

  private static String name(FieldDescriptor field) {
    return field.isExtension() ? "[" + field.getFullName() + "]" : field.getJsonName();
  }

  private void packed(Descriptor type, FieldDescriptor field, int end, String pointer) {
    int stop = length(type, end, pointer);
    while (!isBroken && in.at() < stop) {
      scalar(type, field, stop, pointer);
    }
  }

  private void value(Descriptor type, FieldDescriptor field, int end, String pointer, int depth) {
    switch (field.getType()) {
      case MESSAGE -> {
        int stop = length(type, end, pointer);
        if (!isBroken) {
          message(field.getMessageType(), stop, pointer, depth + 1);
        }
      }
      case GROUP -> group(field.getMessageType(), field.getNumber(), end, pointer, depth + 1);
      case STRING, BYTES -> {
        int start = in.at();
        int stop = length(type, end, pointer);
        if (!isBroken) {
          text(type, field, start, stop, pointer);
        }
      }
      default -> scalar(type, field, end, pointer);
    }
  }

  private void text(Descriptor type, FieldDescriptor field, int start, int stop, String pointer) {
    ByteBuffer content = in.take(stop);
    if (field.getType() == FieldDescriptor.Type.STRING && !isUtf8(content)) {
      note(
          Kind.INVALID_UTF8,
          pointer,
          type,
          Optional.of(field.getNumber()),
          start,
          "`" + field.getName() + "` is a string, but its bytes are not UTF-8");
    }
  }

  private static boolean isUtf8(ByteBuffer content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(content);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private void scalar(Descriptor type, FieldDescriptor field, int end, String pointer) {
    int start = in.at();
    switch (field.getLiteType().getWireType()) {
      case WireFormat.WIRETYPE_FIXED32 -> in.skip(4, end);
      case WireFormat.WIRETYPE_FIXED64 -> in.skip(8, end);
      default -> {
        int value = (int) in.varint(end);
        boolean isUnknown =
            field.getType() == FieldDescriptor.Type.ENUM
                && !in.isPastEnd()
                && field.getEnumType().findValueByNumber(value) == null;
        if (isUnknown) {
          note(
              Kind.UNKNOWN_ENUM_VALUE,
              pointer,
              type,
              Optional.of(field.getNumber()),
              start,
              value + " is not a value of " + field.getEnumType().getFullName());
        }
      }
    }
    truncated(type, pointer);
  }

  /// Reads a group to its end tag.
  private void group(Descriptor type, int number, int end, String pointer, int depth) {
    int stop = in.endOfGroup(number, end, MAX_DEPTH - depth);
    if (stop < 0) {
      broken(Kind.TRUNCATED, type, pointer, "a group has no end");
      return;
    }
    message(type, stop, pointer, depth);
    in.varint(end);
  }

  private void skip(Descriptor type, Tag tag, int end, String pointer, int depth) {
    if (!in.skipValue(tag.wireType(), tag.number(), end, MAX_DEPTH - depth)) {
      broken(Kind.TRUNCATED, type, pointer, "the message ends within field " + tag.number());
    }
  }

  /// The end of what a length stands before.
  private int length(Descriptor type, int end, String pointer) {
    long length = in.varint(end);
    if (!in.isPastEnd() && length >= 0 && length <= end - in.at()) {
      return in.at() + (int) length;
    }
    broken(
        Kind.TRUNCATED,
        type,
        pointer,
        in.isPastEnd()
            ? "the message ends within a length"
            : Long.toUnsignedString(length)
                + " bytes are announced, "
                + (end - in.at())
                + " are there");
    return end;
  }

  private void truncated(Descriptor type, String pointer) {
    if (in.isPastEnd()) {
      broken(Kind.TRUNCATED, type, pointer, "the message ends within a value");
    }
  }

  private void missing(Descriptor type, Set<Integer> seen, String pointer) {
    for (FieldDescriptor field : type.getFields()) {
      if (field.isRequired() && !seen.contains(field.getNumber())) {
        note(
            Kind.MISSING_REQUIRED,
            pointer + "/" + name(field),
            type,
            Optional.of(field.getNumber()),
            in.at(),
            "`" + field.getName() + "` is required and is not there");
      }
    }
  }

  private void broken(Kind kind, Descriptor type, String pointer, String message) {
    isBroken = true;
    note(kind, pointer, type, Optional.empty(), in.at(), message);
  }

  private void note(
      Kind kind,
      String pointer,
      Descriptor type,
      Optional<Integer> field,
      int offset,
      String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new WireProblem(kind, pointer, type.getFullName(), field, offset, message));
    }
  }
}
