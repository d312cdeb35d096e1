package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.WireFormat;
import dev.concordat.compare.protobuf.wire.PlainReader.Refusal;
import java.math.BigInteger;

/// Numbers as they stand on the wire.
final class PlainScalars {
  private PlainScalars() {}

  static int wireType(String type) {
    return switch (type) {
      case "double", "fixed64", "sfixed64" -> WireFormat.WIRETYPE_FIXED64;
      case "float", "fixed32", "sfixed32" -> WireFormat.WIRETYPE_FIXED32;
      case "string", "bytes", "message" -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
      case "group" -> WireFormat.WIRETYPE_START_GROUP;
      default -> WireFormat.WIRETYPE_VARINT;
    };
  }

  static boolean isPackable(String type) {
    return switch (type) {
      case "string", "bytes", "message", "group" -> false;
      default -> true;
    };
  }

  static Content read(String type, PlainBytes in, int end) throws Refusal {
    return switch (type) {
      case "int32" -> whole(signed(in.varint(end)));
      case "int64" -> whole(in.varint(end));
      case "uint32" -> whole(in.varint(end) & 0xFFFFFFFFL);
      case "uint64" -> unsigned(in.varint(end));
      case "sint32" -> {
        int value = (int) in.varint(end);
        yield whole((value >>> 1) ^ -(value & 1));
      }
      case "sint64" -> {
        long value = in.varint(end);
        yield whole((value >>> 1) ^ -(value & 1));
      }
      case "bool" -> whole(in.varint(end) == 0 ? 0 : 1);
      case "fixed32" -> whole(in.fixed(4, end));
      case "sfixed32" -> whole(signed(in.fixed(4, end)));
      case "fixed64" -> unsigned(in.fixed(8, end));
      case "sfixed64" -> whole(in.fixed(8, end));
      case "float" -> new Content.Floating(Float.intBitsToFloat((int) in.fixed(4, end)));
      case "double" -> new Content.Floating(Double.longBitsToDouble(in.fixed(8, end)));
      default -> throw new Refusal("there is no type `" + type + "`");
    };
  }

  /// The lower half, with its sign.
  private static long signed(long value) {
    return (value << Integer.SIZE) >> Integer.SIZE;
  }

  private static Content whole(long value) {
    return new Content.Whole(BigInteger.valueOf(value));
  }

  private static Content unsigned(long value) {
    return new Content.Whole(new BigInteger(Long.toUnsignedString(value)));
  }
}
