package dev.concordat.wire.http2;

import dev.concordat.wire.capture.CaptureLimits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;

/// One direction of a connection: its frames, and how many bytes of bodies its receiver takes (RFC 9113 section 5.2).
final class Way {
  static final long FIRST_WINDOW = 65_535;

  private static final int MAX_UNTAKEN = 20_000;

  /// Settings that the receiver of this way has said and its sender has not taken yet.
  ///
  /// @param table the size of the table for header compression; negative where it stays as it is
  /// @param isOwn whether the link itself has said them
  record Untaken(long table, boolean isOwn) {}

  final FrameReader reader;

  /// What may still be sent on all streams together.
  long window = FIRST_WINDOW;

  /// What may be sent on a stream that begins now.
  long initialWindow = FIRST_WINDOW;

  /// How many bytes the receiver got that the sender knows nothing of: so much less may the sender be told that it may send.
  long debt;

  /// Whether the sender has said its settings, which are the first thing that its receiver expects (RFC 9113 section 3.4).
  boolean isBegun;

  /// Whether the frame is over that was under way when a mediator began.
  boolean isBetweenFrames;

  /// Whether the next header block must say that its table is empty.
  boolean mustEmptyTable = true;

  final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final ArrayDeque<Untaken> untaken = new ArrayDeque<>();

  Way(CaptureLimits limits) {
    this.reader = new FrameReader(limits);
  }

  /// Whether frames of the link's own may be sent; before that they wait.
  boolean isOpen() {
    return isBegun && isBetweenFrames;
  }

  /// The receiver of this way has said settings, which count once its sender has taken them.
  void said(Untaken settings) throws NotHttp2 {
    if (untaken.size() == MAX_UNTAKEN) {
      throw new NotHttp2("more than " + MAX_UNTAKEN + " settings that nobody takes");
    }
    untaken.addLast(settings);
  }

  /// The link itself has said settings that change nothing.
  void saidOwn() {
    untaken.addLast(new Untaken(-1, true));
  }

  /// The sender of this way has taken the oldest settings; says whether the link had said them.
  boolean taken() throws NotHttp2 {
    Untaken oldest = untaken.pollFirst();
    if (oldest != null && oldest.table() >= 0) {
      reader.allowTable(oldest.table());
    }
    return oldest != null && oldest.isOwn();
  }
}
