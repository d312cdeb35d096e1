package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.home.Folders;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.environment.process.ChildSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts PostgreSQL. One server has the databases of every system; parts of this kind are databases.
public final class Postgres {
  /// The kind that setups name.
  public static final String KIND = "postgres";

  private static final Duration READY_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int PORT_ATTEMPTS = 5;

  /// Data are thrown away, so nothing waits for the disk. Commits are written at once all the same: what is committed must
  /// be in the WAL, from which row changes are read. No autovacuum, because its workers would hold on to templates.
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=300",
          "fsync=off",
          "full_page_writes=off",
          "synchronous_commit=on",
          "wal_level=logical",
          "max_replication_slots=" + PostgresServer.SLOTS,
          "max_wal_senders=0",
          "autovacuum=off",
          "shared_buffers=64MB",
          "max_wal_size=4GB",
          "checkpoint_timeout=1h",
          "log_min_messages=warning",
          "timezone=UTC");

  private final PartContext context;
  private final PostgresBinaries binaries;

  Postgres(PartContext context, PostgresBinaries binaries) {
    this.context = context;
    this.binaries = binaries;
  }

  /// Finds the binaries; unpacks and initialises them on their first use ever.
  public static Postgres find(PartContext context) throws EnvironmentFailure, InterruptedException {
    return new Postgres(
        context, PostgresBinaries.find(context.distribution(), new Cache(context.home())));
  }

  PostgresBinaries binaries() {
    return binaries;
  }

  /// Names everything that data made by this server depend on.
  public String identity() {
    return binaries.identity();
  }

  /// A data folder without databases, to be copied.
  public Path emptyData() {
    return binaries.empty();
  }

  /// Starts a server on a copy of a data folder.
  ///
  /// @param data the folder that the copy becomes; must not exist
  public PostgresServer start(String name, Path original, Path data)
      throws EnvironmentFailure, InterruptedException {
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      Folders.copy(original, data);
      binaries.user().give(data);
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          name,
          "its data could not be copied: " + e.getMessage(),
          "Check the free space of " + data + ".");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return start(name, data, FreePorts.next());
      } catch (EnvironmentFailure failure) {
        if (attempt == PORT_ATTEMPTS || !PortTaken.isCauseOf(failure)) {
          throw failure;
        }
      }
    }
  }

  /// Ends a server in order, so that its data folder is complete and can be copied.
  public static void stop(PostgresServer server) throws InterruptedException {
    server.process().stop(STOP_LIMIT);
  }

  private PostgresServer start(String name, Path data, int port)
      throws EnvironmentFailure, InterruptedException {
    List<String> executable =
        binaries.user().command(List.of(binaries.folder().resolve("bin/postgres").toString()));
    var command = new ArrayList<>(executable);
    command.addAll(List.of("-D", data.toString(), "-c", "port=" + port));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    var variables =
        Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "LANG", "C");
    ChildProcess child =
        context
            .supervisor()
            .start(new ChildSpec(name, command, data, variables, ChildSpec.StopSignal.INT));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Duration ready =
        Readiness.await(
            child, READY_LIMIT, () -> "Is the machine very busy?", () -> answers(address));
    return new PostgresServer(product(), address, data, executable, child, ready);
  }

  private static boolean answers(InetSocketAddress address) {
    try (var connection =
            PostgresServer.connect(address, PostgresServer.MAINTENANCE, PostgresServer.SUPERUSER);
        var statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException _) {
      return false;
    }
  }

  /// `16.15.0` of the archive is PostgreSQL 16.15.
  private String product() {
    String version = binaries.version();
    return "PostgreSQL " + version.substring(0, Math.max(version.lastIndexOf('.'), 1));
  }
}
