package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads messages with Google's library for Java.
final class LibraryReader {
  static final String NAME = "protobuf-java";
  private static final int MAX_DEPTH = 100;

  private LibraryReader() {}

  static Reading read(Peer peer, Descriptor type, byte[] bytes) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setRecursionLimit(MAX_DEPTH);
    try {
      builder.mergeFrom(in, peer.contract().types().registry());
    } catch (InvalidProtocolBufferException e) {
      return new Reading.Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
    if (!builder.isInitialized()) {
      return new Reading.Refused(
          "required and not there: " + String.join(", ", builder.findInitializationErrors()));
    }
    return new Reading.Read(content(builder.buildPartial()));
  }

  /// What a message says.
  static Content.Fields content(Message message) {
    var values = new TreeMap<Integer, List<Content>>();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      FieldDescriptor type = field.getKey();
      List<Content> contents =
          field.getValue() instanceof List<?> items
              ? items.stream().map(item -> content(type, item)).toList()
              : List.of(content(type, field.getValue()));
      values.put(type.getNumber(), contents);
    }
    return new Content.Fields(values);
  }

  /// What a value of a field says.
  static Content content(FieldDescriptor field, Object value) {
    return switch (value) {
      case Message message -> content(message);
      case EnumValueDescriptor named -> whole(BigInteger.valueOf(named.getNumber()));
      case Boolean is -> whole(is ? BigInteger.ONE : BigInteger.ZERO);
      case Integer number ->
          whole(
              BigInteger.valueOf(
                  isUnsigned(field) ? Integer.toUnsignedLong(number) : number.longValue()));
      case Long number ->
          whole(
              isUnsigned(field)
                  ? new BigInteger(Long.toUnsignedString(number))
                  : BigInteger.valueOf(number));
      case Float number -> new Content.Floating(number);
      case Double number -> new Content.Floating(number);
      case ByteString bytes -> new Content.Text(bytes);
      default -> new Content.Text(ByteString.copyFromUtf8(value.toString()));
    };
  }

  private static boolean isUnsigned(FieldDescriptor field) {
    return switch (field.getType()) {
      case UINT32, UINT64, FIXED32, FIXED64 -> true;
      case DOUBLE,
          FLOAT,
          INT64,
          INT32,
          BOOL,
          STRING,
          GROUP,
          MESSAGE,
          BYTES,
          ENUM,
          SFIXED32,
          SFIXED64,
          SINT32,
          SINT64 ->
          false;
    };
  }

  private static Content whole(BigInteger value) {
    return new Content.Whole(value);
  }
}
