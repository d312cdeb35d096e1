package dev.concordat.wire.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A session with the real server. Its reader is one thread, its writers hold their session's lock.
final class ServerSession {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int QUIET_START_MILLIS = 10_000;
  private static final int BUFFER_BYTES = 32 << 10;

  private final Socket socket;
  private final Target target;
  private final InputStream in;
  private final OutputStream out;
  private volatile boolean isRetired;

  private ServerSession(Socket socket, Target target) throws IOException {
    this.socket = socket;
    this.target = target;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// Asks for a session; the answers are the client's to read.
  static ServerSession open(Target target, StartupRequest.Session startup) throws IOException {
    Socket socket = connect(target);
    try {
      var session = new ServerSession(socket, target);
      byte[] message = startup.encode(target.database());
      session.write(message, message.length);
      return session;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// A session like one that was, of which its client hears nothing. Returns its cancel key.
  byte[] startQuietly(SessionMemory memory) throws IOException {
    socket.setSoTimeout(QUIET_START_MILLIS);
    var start = new QuietAnswers();
    read(start, 1);
    byte[] replay = memory.replay();
    if (replay.length > 0) {
      write(replay, replay.length);
      read(start, memory.replayAnswers());
    }
    socket.setSoTimeout(0);
    return start.key;
  }

  Target target() {
    return target;
  }

  boolean isRetired() {
    return isRetired;
  }

  int read(byte[] buffer) throws IOException {
    return in.read(buffer);
  }

  void write(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
  }

  /// Says goodbye. Its reader ends without closing the client.
  void retire() {
    isRetired = true;
    try {
      out.write(Messages.TERMINATE);
    } catch (IOException _) {
      // It was gone before.
    }
    close();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // Closed is closed.
    }
  }

  static Socket connect(Target target) throws IOException {
    var socket = new Socket();
    try {
      socket.connect(target.server(), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void read(QuietAnswers answers, int ready) throws IOException {
    answers.ready.set(0);
    var scanner = new MessageScanner(answers);
    byte[] buffer = new byte[BUFFER_BYTES];
    while (answers.ready.get() < ready) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("the server refused the session in " + target.database());
      }
      scanner.scan(buffer, count);
    }
  }

  /// A failure of something repeated, such as a statement on a table that only the old database had, is left for the client
  /// to meet.
  private static final class QuietAnswers implements MessageScanner.Listener {
    final AtomicInteger ready = new AtomicInteger();
    byte[] key = {};

    @Override
    public int wanted(char type, int length) {
      return type == 'K' ? length : 0;
    }

    @Override
    public void message(char type, byte[] body, int length) {
      if (type == 'K') {
        key = body;
      } else if (type == 'Z') {
        ready.incrementAndGet();
      }
    }
  }
}
