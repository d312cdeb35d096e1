package dev.concordat.wire.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports for brokers, which must be told one. They lie below the range from which systems take ports for connections and for
/// servers that leave the choice to them: between the look and the broker's start nobody is given one of them.
final class Ports {
  private static final int FIRST = 15_000;
  private static final int AFTER_LAST = 32_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /// A port on which nothing listens, never the same twice.
  static int next() {
    int port;
    do {
      port = RANDOM.nextInt(FIRST, AFTER_LAST);
    } while (!GIVEN.add(port) || !isFree(port));
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
