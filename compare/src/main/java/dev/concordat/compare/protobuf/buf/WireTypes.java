package dev.concordat.compare.protobuf.buf;

import java.util.Map;
import java.util.Objects;

/// Which types may stand for one another, by buf's reading of protobuf.dev, "Updating A Message Type". Types that are in no
/// group stand only for themselves.
final class WireTypes {
  private static final Map<String, String> BYTES =
      Map.of(
          "int32", "varint",
          "int64", "varint",
          "uint32", "varint",
          "uint64", "varint",
          "bool", "varint",
          "sint32", "zigzag",
          "sint64", "zigzag",
          "fixed32", "32 bits",
          "sfixed32", "32 bits");
  private static final Map<String, String> MORE_BYTES =
      Map.of("fixed64", "64 bits", "sfixed64", "64 bits");
  private static final Map<String, String> JSON =
      Map.of(
          "int32", "int 32",
          "uint32", "int 32",
          "int64", "int 64",
          "uint64", "int 64",
          "fixed32", "32 bits",
          "sfixed32", "32 bits",
          "fixed64", "64 bits",
          "sfixed64", "64 bits");

  private WireTypes() {}

  /// Whether bytes of the one are bytes of the other. A string may become bytes, but not the other way.
  static boolean haveSameBytes(String before, String after) {
    return group(before).equals(group(after)) || (before.equals("string") && after.equals("bytes"));
  }

  /// Whether that also holds for the JSON form.
  static boolean haveSameJson(String before, String after) {
    return Objects.equals(JSON.getOrDefault(before, before), JSON.getOrDefault(after, after));
  }

  private static String group(String type) {
    return BYTES.getOrDefault(type, MORE_BYTES.getOrDefault(type, type));
  }
}
