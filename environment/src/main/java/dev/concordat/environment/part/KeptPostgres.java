package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.environment.process.ChildSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/// A PostgreSQL whose data are kept: what was committed survives the death of everybody. One server for one folder, on
/// loopback, with a password that lies in the folder. A server that dies is started again on its port; one that keeps dying
/// is given up. Thread-safe.
public final class KeptPostgres implements AutoCloseable {
  /// The database that is there from the beginning.
  public static final String DATABASE = "registry";

  /// The role that may do everything.
  public static final String USER = "postgres";

  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PORT_ATTEMPTS = 5;

  /// So many deaths within {@link #DEATHS_WITHIN} are no accident.
  private static final int MAX_DEATHS = 5;

  private static final Duration DEATHS_WITHIN = Duration.ofMinutes(1);

  /// What is said to be committed is on the disk: that is what these data are for.
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "wal_level=minimal",
          "max_wal_senders=0",
          "autovacuum=on",
          "shared_buffers=96MB",
          "max_wal_size=512MB",
          "jit=off",
          "log_min_messages=warning",
          "timezone=UTC");

  private final PartContext context;
  private final KeptData data;
  private final Consumer<String> teller;
  private final Runnable givenUp;
  private final List<Long> deaths = new ArrayList<>();
  private volatile InetSocketAddress address = InetSocketAddress.createUnresolved("localhost", 0);
  private volatile ChildProcess process;
  private volatile boolean isClosing;

  private KeptPostgres(
      PartContext context, KeptData data, Consumer<String> teller, Runnable givenUp)
      throws EnvironmentFailure, InterruptedException {
    this.context = context;
    this.data = data;
    this.teller = teller;
    this.givenUp = givenUp;
    this.process = startSomewhere();
    process.onExit(this::died);
  }

  /// Starts a server on a folder, whose data are made where there are none.
  ///
  /// @param folder held by this process alone until it is closed
  /// @param teller is told in a sentence when the server died and was started again
  /// @param givenUp called once, on another thread, when it cannot be started again
  public static KeptPostgres start(
      PartContext context, Path folder, Consumer<String> teller, Runnable givenUp)
      throws EnvironmentFailure, InterruptedException {
    PostgresBinaries binaries =
        PostgresBinaries.find(context.distribution(), new Cache(context.home()));
    KeptData data = KeptData.open(folder, binaries);
    try {
      return new KeptPostgres(context, data, teller, givenUp);
    } catch (EnvironmentFailure | InterruptedException | RuntimeException e) {
      data.close();
      throw e;
    }
  }

  public String jdbcUrl() {
    return url(address);
  }

  /// Never shown to anybody.
  public String password() {
    return data.password();
  }

  /// The postmaster's process.
  public long pid() {
    return process.pid();
  }

  private ChildProcess startSomewhere() throws EnvironmentFailure, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return startAgain(FreePorts.next());
      } catch (EnvironmentFailure failure) {
        if (attempt == PORT_ATTEMPTS || !PortTaken.isCauseOf(failure)) {
          throw failure;
        }
      }
    }
  }

  private ChildProcess start(int port) throws EnvironmentFailure, InterruptedException {
    data.endOrphan();
    PostgresBinaries binaries = data.binaries();
    var command =
        new ArrayList<>(
            binaries.user().command(List.of(binaries.folder().resolve("bin/postgres").toString())));
    command.addAll(List.of("-D", data.cluster().toString(), "-c", "port=" + port));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    var variables =
        Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "LANG", "C");
    ChildProcess child =
        context
            .supervisor()
            .start(
                new ChildSpec(
                    "registry-postgres",
                    command,
                    data.cluster(),
                    variables,
                    ChildSpec.StopSignal.INT));
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Readiness.await(
        child,
        READY_LIMIT,
        () -> "It may be recovering a long log after a crash: wait and start again.",
        this::answers);
    return child;
  }

  /// The dead master's children may hold its memory for a moment.
  private ChildProcess startAgain(int port) throws EnvironmentFailure, InterruptedException {
    long deadline = System.nanoTime() + CHILDREN_LIMIT.toNanos();
    while (true) {
      try {
        return start(port);
      } catch (EnvironmentFailure failure) {
        boolean isHeld =
            failure.troubles().getFirst().logLines().stream()
                .anyMatch(line -> line.contains("still in use") || line.contains("lock file"));
        if (!isHeld || isClosing || System.nanoTime() > deadline) {
          throw failure;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private boolean answers() {
    try (Connection connection = connect(address, data.password());
        var statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException _) {
      return false;
    }
  }

  private static Connection connect(InetSocketAddress address, String password)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(address), properties);
  }

  private static String url(InetSocketAddress address) {
    return "jdbc:postgresql://127.0.0.1:" + address.getPort() + "/" + DATABASE;
  }

  /// On the thread that watched the process.
  private void died() {
    if (isClosing) {
      return;
    }
    long now = System.nanoTime();
    deaths.removeIf(at -> now - at > DEATHS_WITHIN.toNanos());
    deaths.add(now);
    List<String> lines = process.lastLines(1);
    String why = lines.isEmpty() ? "" : ": " + lines.getFirst();
    if (deaths.size() > MAX_DEATHS) {
      teller.accept("PostgreSQL ended " + deaths.size() + " times within a minute" + why);
      givenUp.run();
      return;
    }
    try {
      ChildProcess again = startAgain(address.getPort());
      process = again;
      teller.accept("PostgreSQL ended and was started again" + why);
      again.onExit(this::died);
    } catch (EnvironmentFailure failure) {
      if (!isClosing) {
        teller.accept("PostgreSQL ended and cannot be started again: " + failure.getMessage());
        failure.troubles().getFirst().logLines().reversed().stream()
            .limit(2)
            .forEach(line -> teller.accept("  " + line));
        givenUp.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the server in order and lets go of the folder.
  @Override
  public void close() {
    isClosing = true;
    try {
      process.stop(STOP_LIMIT);
    } catch (InterruptedException _) {
      // The supervisor and the watchdog end it; what was committed is on the disk.
      Thread.currentThread().interrupt();
    } finally {
      data.close();
    }
  }

  /// A connection to the server that somebody else runs on a folder; a failure where nobody does.
  public static Running running(Path folder) throws EnvironmentFailure {
    try {
      return KeptData.running(folder);
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          folder.toString(), "holds no running registry: " + e.getMessage(), "Name its folder.");
    }
  }

  /// Whether a start failed because another process serves the folder.
  public static boolean isInUse(EnvironmentFailure failure) {
    return failure.troubles().getFirst().message().equals(KeptData.IN_USE);
  }

  /// The server of another process.
  public record Running(int port, String password) {
    public String jdbcUrl() {
      return url(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public String toString() {
      return jdbcUrl();
    }
  }
}
