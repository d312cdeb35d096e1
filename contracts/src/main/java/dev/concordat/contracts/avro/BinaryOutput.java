package dev.concordat.contracts.avro;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes the primitives of Avro's binary encoding.
final class BinaryOutput {
  private static final int PAYLOAD = 0x7f;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  void writeBoolean(boolean value) {
    out.write(value ? 1 : 0);
  }

  void writeLong(long value) {
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & ~(long) PAYLOAD) != 0) {
      out.write((int) (rest & PAYLOAD) | MORE);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void writeFloat(float value) {
    out.writeBytes(
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
  }

  void writeDouble(double value) {
    out.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
  }

  void writeFixed(byte[] bytes) {
    out.writeBytes(bytes);
  }

  void writeBytes(byte[] bytes) {
    writeLong(bytes.length);
    out.writeBytes(bytes);
  }

  void writeString(String text) {
    writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
