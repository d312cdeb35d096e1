package dev.concordat.wire.forward;

import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.caller.Tls;
import dev.concordat.wire.http.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/// The connection to a provider, whose answers are passed on as they come.
final class Provider {
  private static final int BUFFER_BYTES = 16 << 10;

  private final Endpoint endpoint;
  private final Socket socket;
  private final OutputStream out;
  private final Observation observation;
  private final Thread answers;
  private final ReentrantLock passing = new ReentrantLock();
  private volatile boolean isLeft;

  private Provider(Endpoint endpoint, Socket socket, Observation observation, Consumer consumer)
      throws IOException {
    this.endpoint = endpoint;
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.observation = observation;
    this.answers = Thread.ofVirtual().start(() -> passAnswers(consumer));
  }

  /// Who asks.
  interface Consumer {
    void write(byte[] bytes, int length) throws IOException;

    /// No more answers come.
    ///
    /// @param isBroken whether they were broken off
    void ended(boolean isBroken);
  }

  /// @param connect how the connection is made
  static Provider open(
      Endpoint endpoint, Connecting connect, Observation observation, Consumer consumer)
      throws IOException {
    Socket socket = connect.to(new InetSocketAddress(endpoint.bareHost(), endpoint.port()));
    try {
      Socket speaking = endpoint.isTls() ? Tls.over(socket, endpoint) : socket;
      return new Provider(endpoint, speaking, observation, consumer);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  boolean is(Endpoint other) {
    return endpoint.equals(other);
  }

  void send(byte[] bytes, int from, int length) throws IOException {
    observation.sent(bytes, from, length);
    out.write(bytes, from, length);
  }

  private void passAnswers(Consumer consumer) {
    byte[] buffer = new byte[BUFFER_BYTES];
    boolean isBroken = false;
    try (InputStream in = socket.getInputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        // Told before it is passed on, and waited for until it is.
        passing.lock();
        try {
          observation.answered(buffer, 0, count);
          consumer.write(buffer, count);
        } finally {
          passing.unlock();
        }
      }
      observation.answeredAll();
    } catch (IOException brokenOff) {
      isBroken = true;
      observation.failed("the connection was reset");
    } finally {
      if (!isLeft) {
        consumer.ended(isBroken);
      }
    }
  }

  /// Another provider is asked from now on, once the consumer has the last answer of this one.
  void leave() {
    passing.lock();
    try {
      isLeft = true;
    } finally {
      passing.unlock();
    }
    close();
  }

  /// The consumer sends no more: waits for the answers that are still to come.
  void finish() throws InterruptedException {
    observation.sentAll();
    try {
      if (endpoint.isTls()) {
        observation.awaitAnswers(); // TLS has no half-closed connections that all servers know
        socket.close();
      } else {
        socket.shutdownOutput();
      }
    } catch (IOException gone) {
      close();
    }
    answers.join();
  }

  void awaitAnswers() throws InterruptedException {
    observation.awaitAnswers();
  }

  /// Breaks the connection off.
  void reset() {
    Connecting.reset(socket);
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
