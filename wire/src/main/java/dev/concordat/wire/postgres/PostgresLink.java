package dev.concordat.wire.postgres;

import dev.concordat.model.link.LinkName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The place between a system and its database. Speaks the protocol (version 3) well enough to know when a session is
/// between two transactions; {@link #switchTo} then moves it to another database of the same server, with its settings and
/// its prepared statements, and its client notices nothing but a longer answer. Whatever database a client asks for, it gets
/// the current one.
///
/// Thread-safe. Listens on loopback only; refuses encryption.
public final class PostgresLink implements AutoCloseable {
  private static final int BACKLOG = 256;

  /// How long the server is given to end a cancel request.
  private static final int CANCEL_MILLIS = 1_000;

  private final LinkName name;
  private final ServerSocket listener;
  private final Set<ClientSession> sessions = ConcurrentHashMap.newKeySet();
  private final Map<ByteBuffer, ClientSession> keys = new ConcurrentHashMap<>();
  private final AtomicLong endedStatements = new AtomicLong();

  /// A permit for every session that has left its old database.
  private final Semaphore departures = new Semaphore(0);

  private final Object switching = new Object();
  private volatile Target target;

  private PostgresLink(LinkName name, ServerSocket listener, Target target) {
    this.name = name;
    this.listener = listener;
    this.target = target;
  }

  /// Opens a link on a free port.
  ///
  /// @param database where sessions belong until the first switch
  public static PostgresLink open(LinkName name, InetSocketAddress server, String database)
      throws IOException {
    var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    var link = new PostgresLink(name, listener, new Target(server, database, 0));
    Thread.ofVirtual().name("link " + name).start(link::accept);
    return link;
  }

  public LinkName name() {
    return name;
  }

  /// Where the system finds its database.
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  /// How many statements have been sent through it.
  public long statements() {
    return endedStatements.get() + sessions.stream().mapToLong(ClientSession::statements).sum();
  }

  /// How many clients are connected.
  public int sessions() {
    return sessions.size();
  }

  /// Moves every session to another database. Idle sessions move at once; a session in a transaction moves after it, or is
  /// closed when the patience is used up. Sessions that cannot be moved (LISTEN, temporary tables, advisory locks, open
  /// cursors, replication) are closed. When this returns, nothing of this link uses the old database any more.
  public void switchTo(String database, Duration patience) throws InterruptedException {
    synchronized (switching) {
      target = target.to(database);
    }
    long deadline = System.nanoTime() + patience.toNanos();
    List<ClientSession> staying = new ArrayList<>(sessions);
    while (true) {
      var left = new ArrayList<ClientSession>();
      for (ClientSession session : staying) {
        if (!session.isClosed() && !session.leave(deadline - System.nanoTime())) {
          left.add(session);
        }
      }
      long remaining = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left.isEmpty() || remaining <= 0) {
        left.forEach(ClientSession::close);
        return;
      }
      staying = left;
      if (departures.tryAcquire(remaining, TimeUnit.MILLISECONDS)) {
        departures.drainPermits();
      }
    }
  }

  /// Stops listening and ends all sessions.
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException _) {
      // Closed is closed.
    }
    sessions.forEach(ClientSession::close);
  }

  Target target() {
    return target;
  }

  void register(byte[] key, ClientSession session) {
    keys.put(ByteBuffer.wrap(key), session);
  }

  /// A session has left its old database.
  void left() {
    departures.release();
  }

  void ended(ClientSession session) {
    if (sessions.remove(session)) {
      endedStatements.addAndGet(session.statements());
      keys.values().removeIf(session::equals);
    }
    left();
  }

  /// Passes a cancel request on, with the key by which the server knows the session now.
  void cancel(ByteBuffer clientKey) throws IOException {
    ClientSession session = keys.get(clientKey);
    if (session == null || session.serverKey().length == 0) {
      return;
    }
    try (Socket socket = ServerSession.connect(target)) {
      socket.setSoTimeout(CANCEL_MILLIS);
      socket.getOutputStream().write(Messages.cancel(session.serverKey()));
      int end = socket.getInputStream().read();
      if (end >= 0) {
        throw new IOException("the server answered a cancel request");
      }
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        var session = new ClientSession(this, socket);
        sessions.add(session);
        Thread.ofVirtual().name("session of " + name).start(session::run);
      } catch (IOException _) {
        // The link was closed, or a client left before it was served.
      }
    }
  }
}
