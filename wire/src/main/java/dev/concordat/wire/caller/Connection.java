package dev.concordat.wire.caller;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One connection to an endpoint. Reading stops at a deadline; so does writing what does not fit into the system's buffers.
final class Connection implements AutoCloseable {
  /// Less than this goes into the socket's buffer at once.
  private static final int NEVER_BLOCKS_BYTES = 32 << 10;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  static Connection open(Endpoint endpoint, Duration limit) throws IOException {
    int millis = Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(endpoint.bareHost(), endpoint.port()), millis);
      socket.setSoTimeout(millis);
      return new Connection(endpoint.isTls() ? Tls.over(socket, endpoint) : socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Writes all bytes.
  ///
  /// @return whether they went out; if not, an answer may still have come, which says why
  /// @throws SocketTimeoutException when nobody took them until the deadline
  boolean write(byte[] bytes, long deadline) throws IOException {
    if (bytes.length <= NEVER_BLOCKS_BYTES) {
      return write(bytes);
    }
    Thread watch = Thread.ofVirtual().unstarted(() -> closeAt(deadline));
    watch.start();
    try {
      boolean isWritten = write(bytes);
      if (!isWritten && System.nanoTime() - deadline >= 0) {
        throw new SocketTimeoutException("the request was not taken in time");
      }
      return isWritten;
    } finally {
      watch.interrupt();
    }
  }

  private void closeAt(long deadline) {
    try {
      TimeUnit.NANOSECONDS.sleep(deadline - System.nanoTime());
      close();
    } catch (InterruptedException written) {
      // The bytes went out in time: there is nothing to stop.
    }
  }

  private boolean write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
      return true;
    } catch (IOException e) {
      return false; // the provider may have answered before it closed
    }
  }

  /// The next bytes; -1 at the end.
  int read(byte[] buffer, long deadline) throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the answer is late");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    return in.read(buffer);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
