package dev.concordat.wire.postgres;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A client and, while it has something to say, its session with the server. Between its transactions it can be moved: it
/// loses its server at once and gets the new one with its next word.
final class ClientSession {
  private static final int BUFFER_BYTES = 32 << 10;

  private final PostgresLink link;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private final SessionState state = new SessionState();
  private volatile @Nullable ServerSession server;
  private volatile byte[] serverKey = {};
  private volatile boolean isClosed;

  ClientSession(PostgresLink link, Socket socket) throws IOException {
    this.link = link;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// Serves the client to its end.
  void run() {
    try {
      switch (StartupRequest.read(new DataInputStream(in), out)) {
        case StartupRequest.Cancel cancel -> link.cancel(cancel.key());
        case StartupRequest.Session session -> serve(session);
      }
    } catch (IOException _) {
      // The client or the server is gone, or is not one; both ends are closed below.
    } finally {
      close();
    }
  }

  private void serve(StartupRequest.Session session) throws IOException {
    lock.lock();
    try {
      if (session.isReplication()) {
        state.memory().cannotMove();
      }
      ServerSession first = ServerSession.open(link.target(), session);
      server = first;
      Thread.ofVirtual().start(() -> relayAnswers(first));
    } finally {
      lock.unlock();
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      lock.lock();
      try {
        ServerSession current = server == null ? attach(session) : server;
        state.fromClient(buffer, count);
        current.write(buffer, count);
      } finally {
        lock.unlock();
      }
    }
  }

  private ServerSession attach(StartupRequest.Session session) throws IOException {
    ServerSession fresh = ServerSession.open(link.target(), session);
    try {
      serverKey = fresh.startQuietly(state.memory());
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
    server = fresh;
    Thread.ofVirtual().start(() -> relayAnswers(fresh));
    return fresh;
  }

  private void relayAnswers(ServerSession from) {
    var answers = new ServerAnswers();
    var scanner = new MessageScanner(answers);
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        scanner.scan(buffer, count);
        out.write(buffer, 0, count);
        if (!answers.isEmpty()) {
          answered(answers, from);
        }
      }
    } catch (IOException _) {
      // As at the end of the stream.
    }
    if (!from.isRetired()) {
      close();
    }
  }

  /// Only after the client was given the answers: from now on it may be moved.
  private void answered(ServerAnswers answers, ServerSession from) {
    lock.lock();
    try {
      byte[] key = answers.key();
      if (key.length > 0) {
        serverKey = key;
        link.register(key, this);
      }
      answers.tell(state);
      if (from.target().generation() < link.target().generation()) {
        detachIfIdle();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Leaves the old database if nothing is under way.
  ///
  /// @return whether nothing of this session is in an old database any more
  boolean leave(long patienceNanos) throws InterruptedException {
    if (!lock.tryLock(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS)) {
      return false;
    }
    try {
      ServerSession current = server;
      if (current == null || current.target().generation() == link.target().generation()) {
        return true;
      }
      return detachIfIdle();
    } finally {
      lock.unlock();
    }
  }

  private boolean detachIfIdle() {
    ServerSession current = server;
    if (current == null) {
      return true;
    }
    if (!state.isIdle()) {
      return false;
    }
    if (!state.memory().canMove()) {
      close();
      return true;
    }
    server = null;
    current.retire();
    link.left();
    return true;
  }

  boolean isClosed() {
    return isClosed;
  }

  long statements() {
    return state.statements();
  }

  /// What the server knows this session by at the moment.
  byte[] serverKey() {
    return serverKey;
  }

  /// Ends both sides.
  void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      socket.close();
    } catch (IOException _) {
      // Closed is closed.
    }
    ServerSession current = server;
    if (current != null) {
      current.retire();
    }
    link.ended(this);
  }
}
