package dev.concordat.wire.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A provider and a crowd of consumers in a process of their own, so that the link's process has only the link's sockets.
/// Says where the provider is, is told where the link is, and then says what it has done, line by line; every line from
/// outside lets it go on.
public final class Crowd {
  static final int IDLE = 5_000;
  static final int BUSY = 500;
  static final int REQUESTS = 40;
  private static final int BACKLOG = 1_000;
  private static final int PATIENCE_MILLIS = 60_000;

  private final InetSocketAddress link;
  private final ExecutorService threads;

  private Crowd(InetSocketAddress link, ExecutorService threads) {
    this.link = link;
    this.threads = threads;
  }

  @SuppressWarnings("SystemOut") // The other process reads it.
  public static void main(String[] arguments) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    // The provider's port is closed before its threads are waited for.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ServerSocket provider = new ServerSocket(0, BACKLOG, here)) {
      var _ = threads.submit(() -> serve(provider, threads));
      System.out.println(provider.getLocalPort());
      var crowd =
          new Crowd(new InetSocketAddress(here, Integer.parseInt(told.readLine())), threads);
      List<Socket> idle = crowd.open(IDLE);
      crowd.ask(idle, 1);
      System.out.println("idle");
      var _ = told.readLine();
      List<Socket> busy = crowd.open(BUSY);
      crowd.ask(busy, REQUESTS);
      System.out.println("busy");
      crowd.ask(idle, 1);
      System.out.println("awake");
      var _ = told.readLine();
      close(idle);
      close(busy);
    }
  }

  private List<Socket> open(int count) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      socket.connect(link, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      sockets.add(socket);
    }
    return sockets;
  }

  /// All at once; each checks that it gets its own answers.
  private void ask(List<Socket> consumers, int requests)
      throws InterruptedException, ExecutionException {
    List<Future<Boolean>> work = new ArrayList<>();
    for (Socket consumer : consumers) {
      work.add(
          threads.submit(
              () -> {
                for (int i = 0; i < requests; i++) {
                  ask(consumer, "/" + consumer.getLocalPort() + "/" + i);
                }
                return true;
              }));
    }
    for (Future<Boolean> one : work) {
      var _ = one.get();
    }
  }

  private static void ask(Socket consumer, String target) throws IOException {
    consumer.getOutputStream().write(ascii("GET " + target + " HTTP/1.1\r\n\r\n"));
    byte[] wanted = answer(target);
    String got =
        new String(consumer.getInputStream().readNBytes(wanted.length), StandardCharsets.US_ASCII);
    if (!got.equals(new String(wanted, StandardCharsets.US_ASCII))) {
      throw new IOException("asked for " + target + " and got " + got);
    }
  }

  private static boolean serve(ServerSocket provider, ExecutorService threads) throws IOException {
    while (!provider.isClosed()) {
      Socket socket = provider.accept();
      socket.setTcpNoDelay(true);
      var _ = threads.submit(() -> answer(socket));
    }
    return true;
  }

  private static boolean answer(Socket socket) throws IOException {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (true) {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          int next = in.read();
          if (next < 0) {
            return true;
          }
          head.append((char) next);
        }
        socket.getOutputStream().write(answer(head.substring(4, head.indexOf(" HTTP"))));
      }
    }
  }

  private static byte[] answer(String target) {
    return ascii("HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
