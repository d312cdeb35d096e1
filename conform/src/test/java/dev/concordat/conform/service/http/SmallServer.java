package dev.concordat.conform.service.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// An HTTP/1.1 server on a free port of the loopback interface, one virtual thread a connection.
public final class SmallServer implements Closeable {
  private static final int WAITING_CONNECTIONS = 512;

  private final ServerSocket listening;
  private final Function<Request, Response> answers;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private SmallServer(ServerSocket listening, Function<Request, Response> answers) {
    this.listening = listening;
    this.answers = answers;
  }

  /// Starts to listen.
  public static SmallServer start(Function<Request, Response> answers) {
    try {
      var listening = new ServerSocket();
      listening.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_CONNECTIONS);
      var server = new SmallServer(listening, answers);
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it listens: `http://127.0.0.1:41234`.
  public URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        // Closed while it waited: there is nobody left to tell.
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
      var writer = new ResponseWriter(socket.getOutputStream());
      Optional<Request> request = reader.next();
      while (request.isPresent()) {
        Response response = answers.apply(request.get());
        if (response.ending() == Response.Ending.HANGING) {
          // Until the client gives up.
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
          return;
        }
        if (!writer.write(request.get().method(), response)) {
          return;
        }
        request = reader.next();
      }
    } catch (IOException e) {
      // The client went away, or sent what is no HTTP: the connection's end is the answer.
      return;
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
