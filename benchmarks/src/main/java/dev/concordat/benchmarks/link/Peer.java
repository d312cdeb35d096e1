package dev.concordat.benchmarks.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A peer that is one executable jar and relays HTTP, with the same collector, heap and number of exchanges kept as our link.
record Peer(String name, Process process, int port) implements Closeable {
  private static final int CONNECT_TRIES = 1_500;
  private static final int KEPT = 1_000;

  /// WireMock's standalone server, proxying everything; its journal keeps the last exchanges.
  static Optional<Peer> wireMock(Path folder, int providerPort)
      throws IOException, InterruptedException {
    int port = freePort();
    Path root = Files.createTempDirectory("wiremock");
    return start(
        folder,
        "wiremock-standalone-",
        "WireMock, proxying",
        port,
        List.of(),
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--root-dir=" + root,
            "--disable-banner",
            "--max-request-journal-entries=" + KEPT,
            "--proxy-all=http://127.0.0.1:" + providerPort));
  }

  /// MockServer, forwarding everything; its log keeps the last exchanges.
  static Optional<Peer> mockServer(Path folder, int providerPort)
      throws IOException, InterruptedException {
    int port = freePort();
    return start(
        folder,
        "mockserver-netty-",
        "MockServer, proxying",
        port,
        List.of("-Dmockserver.logLevel=ERROR", "-Dmockserver.maxLogEntries=" + KEPT),
        List.of(
            "-serverPort",
            Integer.toString(port),
            "-proxyRemoteHost",
            "127.0.0.1",
            "-proxyRemotePort",
            Integer.toString(providerPort)));
  }

  private static Optional<Peer> start(
      Path folder,
      String jarName,
      String name,
      int port,
      List<String> properties,
      List<String> arguments)
      throws IOException, InterruptedException {
    Optional<Path> jar = jar(folder, jarName);
    if (jar.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(properties);
    command.addAll(List.of("-jar", jar.get().toAbsolutePath().toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(
                Files.createTempDirectory("peer").toFile()) // Some write files where they are.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitPort(name, process, port);
    String version = jar.get().getFileName().toString().replaceAll("^\\D*-(\\d[\\d.]*\\d).*", "$1");
    return Optional.of(new Peer(name + " (" + version + ")", process, port));
  }

  private static Optional<Path> jar(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith(name)).sorted().findFirst();
    }
  }

  private static void awaitPort(String name, Process process, int port)
      throws IOException, InterruptedException {
    for (int i = 0; i < CONNECT_TRIES && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(40);
      }
    }
    process.destroy();
    throw new IOException(name + " does not listen");
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
  public void close() {
    process.destroy();
  }
}
