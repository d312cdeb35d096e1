package dev.concordat.contracts.avro;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks deflate (RFC 1951), up to a limit: a small block may unpack to any size.
final class Unpacking {
  private static final int CHUNK_BYTES = 8_192;

  private Unpacking() {}

  static byte[] inflate(byte[] packed, long maxBytes, BinaryInput in, Walk walk) throws Stopped {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream();
      var chunk = new byte[CHUNK_BYTES];
      while (!inflater.finished()) {
        int read = inflater.inflate(chunk);
        if (read == 0 && !inflater.finished()) {
          throw in.broken(walk, "a packed block breaks off", "a whole block");
        }
        out.write(chunk, 0, read);
        if (out.size() > maxBytes) {
          throw Stopped.undecided("the blocks unpack to more bytes than are allowed");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw in.broken(walk, "a packed block is not deflate", "deflate");
    } finally {
      inflater.end();
    }
  }
}
