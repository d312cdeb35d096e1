package dev.concordat.wire.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Whether anybody listens where a broker should be: Kafka's own clients try for a long time before they say.
public final class KafkaReach {
  private static final int CONNECT_MILLIS = 5_000;

  private KafkaReach() {}

  /// Looks whether one of the addresses takes a connection.
  ///
  /// @param bootstrap `host:port`, or several with commas between
  /// @throws IOException when none does
  public static void check(String bootstrap) throws IOException {
    for (String each : bootstrap.split(",", -1)) {
      int colon = each.lastIndexOf(':');
      try (var socket = new Socket()) {
        var address =
            new InetSocketAddress(
                each.substring(0, colon), Integer.parseInt(each.substring(colon + 1)));
        if (!address.isUnresolved()) {
          socket.connect(address, CONNECT_MILLIS);
          return;
        }
      } catch (IOException | IllegalArgumentException nobody) {
        // The next one may listen; none is told below.
      }
    }
    throw new IOException("nobody listens at " + bootstrap);
  }
}
