package dev.concordat.wire.http2;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// Both ends of a connection that is taken apart and put together again. All of it is called by whoever feeds the session, and
/// answers come the same way: one at a time.
public interface Ends {
  /// Sends bytes, after all that were sent that way before.
  void send(Direction direction, ByteBuffer bytes);

  /// A fault closes the connection, after what was sent before.
  void close(PlacedFault by);

  /// Does something after a while, unless the connection is over by then.
  void later(Duration length, Runnable task);

  /// The names of faults that hold for the connection as a whole.
  List<String> faults();
}
