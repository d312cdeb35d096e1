package dev.concordat.engine.resilience;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/// A small consumer as a process of its own, which keeps something of each of its calls that fails: the last so many.
public final class Hoarder {
  private static final int KEPT_BYTES = 128 << 10;

  private Hoarder() {}

  /// @param arguments the provider's port, and how many it keeps, -1 to throw each away; prints the port on which it serves
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    int most = Integer.parseInt(arguments[1]);
    Deque<ByteBuffer> kept = new ArrayDeque<>();
    Behaviours.Client client = Behaviours.Client.posting().timeout(2000);
    var consumer =
        new SmallConsumer(
            provider -> {
              int status = client.serve(provider);
              if (status != 201 && most > 0) {
                keep(kept, most);
              } else if (status != 201 && most < 0) {
                fill(ByteBuffer.allocate(KEPT_BYTES));
              }
              return status;
            },
            new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
    URI orders = consumer.orders();
    System.out.println(orders.getPort());
    System.out.flush();
  }

  private static synchronized void keep(Deque<ByteBuffer> kept, int most) {
    kept.addLast(fill(kept.size() < most ? ByteBuffer.allocate(KEPT_BYTES) : kept.removeFirst()));
  }

  /// Writes into each page of it, so that it is in RAM.
  private static ByteBuffer fill(ByteBuffer buffer) {
    for (int i = 0; i < KEPT_BYTES; i += 1024) {
      buffer.put(i, (byte) 1);
    }
    return buffer;
  }
}
