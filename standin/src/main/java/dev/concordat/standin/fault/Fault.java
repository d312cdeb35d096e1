package dev.concordat.standin.fault;

import java.time.Duration;

/// What goes wrong on the wire with an answer that was made. Each is what a client of HTTP/1.1 sees.
public sealed interface Fault {
  /// The connection is reset (RST) instead of an answer.
  record Reset() implements Fault {}

  /// The connection is closed (FIN) without a byte.
  record EmptyReply() implements Fault {}

  /// Bytes that are not HTTP, then the connection is closed.
  record Garbage() implements Fault {}

  /// Status and headers, then bytes that are no chunk, then the connection is closed.
  record MalformedChunk() implements Fault {}

  /// Nothing, for as long as the client waits.
  record Silence() implements Fault {}

  /// `Content-Length` names the whole body, a part of it is sent, and the connection is closed.
  ///
  /// @param kept the part that is sent, from 0 to below 1
  record TruncatedBody(double kept) implements Fault {
    public TruncatedBody {
      checkPart(kept);
    }
  }

  /// As {@link TruncatedBody}, but the connection is reset (RST) after the part.
  ///
  /// @param kept the part that is sent, from 0 to below 1
  record ResetInBody(double kept) implements Fault {
    public ResetInBody {
      checkPart(kept);
    }
  }

  /// The whole body, in pieces of the same size with the same time between them.
  ///
  /// @param pieces at least one, at most {@value #MAX_PIECES}
  /// @param during from the headers to the last piece
  record SlowBody(int pieces, Duration during) implements Fault {
    /// More pieces would be a load of their own.
    public static final int MAX_PIECES = 10_000;

    public SlowBody {
      if (pieces < 1 || pieces > MAX_PIECES) {
        throw new IllegalArgumentException("a slow body comes in 1 to " + MAX_PIECES + " pieces");
      }
      Delay.check(during);
    }
  }

  private static void checkPart(double kept) {
    if (!(kept >= 0 && kept < 1)) {
      throw new IllegalArgumentException("the part that is kept goes from 0 to below 1");
    }
  }
}
