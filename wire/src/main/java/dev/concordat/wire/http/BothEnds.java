package dev.concordat.wire.http;

import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.http2.Ends;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How HTTP/2 sends what it makes on a disturbed connection. All of it happens under the connection's lock.
record BothEnds(DisturbedConnection connection) implements Ends {
  @Override
  public void send(Direction direction, ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      connection.add(direction, new Piece.Made(bytes));
    }
  }

  @Override
  public void close(PlacedFault by) {
    connection.add(Direction.TO_CONSUMER, new Piece.Closed(by));
  }

  @Override
  public void later(Duration length, Runnable task) {
    var _ =
        connection
            .consumer
            .eventLoop()
            .schedule(() -> connection.unlessOver(task), length.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public List<String> faults() {
    return connection.faults();
  }
}
