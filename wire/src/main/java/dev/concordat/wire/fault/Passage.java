package dev.concordat.wire.fault;

import java.nio.ByteBuffer;
import java.util.List;

/// A transport fault at work on one stream of bytes. Holds where it stands in the stream, and no bytes.
/// Used by one thread at a time.
public interface Passage {
  /// What is done before any byte came.
  default List<Act> begun() {
    return List.of();
  }

  /// What becomes of the next bytes.
  List<Act> next(ByteBuffer bytes);

  /// What is done before the end of the stream (FIN) is passed on.
  default List<Act> ended() {
    return List.of();
  }

  /// What is done when the fault is taken off the link while the stream goes on.
  default List<Act> removed() {
    return List.of();
  }
}
