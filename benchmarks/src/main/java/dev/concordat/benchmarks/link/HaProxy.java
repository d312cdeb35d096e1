package dev.concordat.benchmarks.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// HAProxy on one thread, reading HTTP on one port and relaying TCP on another.
record HaProxy(Process process, Path configuration, int httpPort, int tcpPort)
    implements Closeable {
  private static final int CONNECT_TRIES = 200;

  static Optional<HaProxy> start(int providerPort, Protocol protocol)
      throws IOException, InterruptedException {
    Optional<String> executable = Programs.find("haproxy");
    if (executable.isEmpty()) {
      return Optional.empty();
    }
    int http = freePort();
    int tcp = freePort();
    Path file = Files.createTempFile("haproxy", ".cfg");
    Files.writeString(file, configuration(providerPort, http, tcp, protocol));
    Process process =
        new ProcessBuilder(executable.get(), "-db", "-q", "-f", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort(http);
    return Optional.of(new HaProxy(process, file, http, tcp));
  }

  private static String configuration(int providerPort, int http, int tcp, Protocol protocol) {
    String proto = protocol == Protocol.HTTP_2 ? " proto h2" : "";
    return """
      global
        nbthread 1
        maxconn 4096
      defaults
        timeout connect 5s
        timeout client 60s
        timeout server 60s
      listen http
        mode http
        bind 127.0.0.1:%d%s
        server provider 127.0.0.1:%d%s
      listen tcp
        mode tcp
        bind 127.0.0.1:%d
        server provider 127.0.0.1:%d
      """
        .formatted(http, proto, providerPort, proto, tcp, providerPort);
  }

  private static void awaitPort(int port) throws IOException, InterruptedException {
    for (int i = 0; i < CONNECT_TRIES; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(20);
      }
    }
    throw new IOException("HAProxy does not listen");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(configuration);
  }
}
