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

  /// @param arguments the provider's port, and how many it keeps; prints the port on which it serves
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
              }
              return status;
            },
            new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
    URI orders = consumer.orders();
    System.out.println(orders.getPort());
    System.out.flush();
  }

  private static synchronized void keep(Deque<ByteBuffer> kept, int most) {
    ByteBuffer buffer =
        kept.size() < most ? ByteBuffer.allocateDirect(KEPT_BYTES) : kept.removeFirst();
    for (int i = 0; i < KEPT_BYTES; i += 1024) {
      buffer.put(i, (byte) 1);
    }
    kept.addLast(buffer);
  }
}
