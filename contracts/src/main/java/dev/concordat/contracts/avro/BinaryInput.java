package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads the primitives of Avro's binary encoding. What cannot be one stops the walk.
final class BinaryInput {
  private static final int MAX_INT_BYTES = 5;
  private static final int MAX_LONG_BYTES = 10;
  private static final int PAYLOAD = 0x7f;
  private static final int MORE = 0x80;

  private final ByteBuffer bytes;

  BinaryInput(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int remaining() {
    return bytes.remaining();
  }

  boolean readBoolean(Walk walk) throws Stopped {
    byte value = take(1, "a boolean", walk).get();
    if (value != 0 && value != 1) {
      throw broken(walk, "the byte " + (value & 0xff) + " is no boolean", "0 or 1");
    }
    return value == 1;
  }

  int readInt(Walk walk) throws Stopped {
    long value = varint(MAX_INT_BYTES, "an int", walk);
    if (value != (int) value) {
      throw broken(walk, value + " is no int of 32 bits", "an int");
    }
    return (int) value;
  }

  long readLong(Walk walk) throws Stopped {
    return varint(MAX_LONG_BYTES, "a long", walk);
  }

  private long varint(int maxBytes, String what, Walk walk) throws Stopped {
    long value = 0;
    for (int i = 0; i < maxBytes; i++) {
      byte next = take(1, what, walk).get();
      boolean isTooBig = i == MAX_LONG_BYTES - 1 && (next & PAYLOAD) > 1;
      if (isTooBig) {
        break;
      }
      value |= (long) (next & PAYLOAD) << (7 * i);
      if ((next & MORE) == 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw broken(walk, "the bytes are too many for " + what, what);
  }

  float readFloat(Walk walk) throws Stopped {
    return take(Float.BYTES, "a float", walk).getFloat();
  }

  double readDouble(Walk walk) throws Stopped {
    return take(Double.BYTES, "a double", walk).getDouble();
  }

  /// A length, then so many bytes.
  byte[] readBytes(String what, Walk walk) throws Stopped {
    long length = readLong(walk);
    if (length < 0) {
      throw broken(walk, "the length of " + what + " is " + length, "a length from 0");
    }
    if (length > bytes.remaining()) {
      throw tooShort(what + " of " + length + " bytes", walk);
    }
    return readFixed((int) length, what, walk);
  }

  byte[] readFixed(int length, String what, Walk walk) throws Stopped {
    var out = new byte[length];
    ByteBuffer from = take(length, what, walk);
    from.get(out);
    return out;
  }

  String readString(Walk walk) throws Stopped {
    byte[] text = readBytes("a string", walk);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw broken(walk, "the bytes of the string are not UTF-8", "a string in UTF-8");
    }
  }

  private ByteBuffer take(int length, String what, Walk walk) throws Stopped {
    if (bytes.remaining() < length) {
      throw tooShort(what, walk);
    }
    return bytes;
  }

  private Stopped tooShort(String what, Walk walk) {
    return broken(
        walk, "the message ends " + bytes.remaining() + " bytes after the start of " + what, what);
  }

  Stopped broken(Walk walk, String what, String expected) {
    return Stopped.by(
        walk.fault(
            Breach.Kind.MALFORMED_BODY, what + " (byte " + bytes.position() + ")", expected, what));
  }
}
