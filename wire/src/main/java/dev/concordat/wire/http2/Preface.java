package dev.concordat.wire.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// Recognises the 24 bytes with which a client begins HTTP/2 (RFC 9113 section 3.4), in whatever pieces they come.
public final class Preface {
  private static final byte[] EXPECTED = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  private int matched;
  private boolean isRefuted;

  /// Where looking at the first bytes has led.
  public enum Finding {
    /// All bytes so far are those of the preface; more must come.
    MORE,
    /// That was the preface, and HTTP/2 follows.
    HTTP_2,
    /// These are other bytes. The reader index is where they differ; what was matched before is given by {@link #matched()}.
    OTHER
  }

  /// Looks at the next bytes and moves past those that match.
  public Finding look(ByteBuf in) {
    while (!isRefuted && matched < EXPECTED.length && in.isReadable()) {
      if (in.getByte(in.readerIndex()) == EXPECTED[matched]) {
        in.skipBytes(1);
        matched++;
      } else {
        isRefuted = true;
      }
    }
    if (isRefuted) {
      return Finding.OTHER;
    }
    return matched == EXPECTED.length ? Finding.HTTP_2 : Finding.MORE;
  }

  /// The bytes that looked like a preface so far.
  public ByteBuf matched() {
    return Unpooled.wrappedBuffer(EXPECTED, 0, matched);
  }
}
