package dev.concordat.environment.part;

import dev.concordat.environment.process.ChildProcess;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/// A running PostgreSQL with data of its own.
///
/// Everybody on this machine may connect as anybody without a password: it listens on loopback, and its data are test data
/// that come from files in the workspace.
///
/// @param data its data folder
/// @param executable starts such a server, whoever runs Concordat; settings follow
public record PostgresServer(
    String product,
    InetSocketAddress address,
    Path data,
    List<String> executable,
    ChildProcess process,
    Duration ready)
    implements RunningPart {
  public PostgresServer {
    executable = List.copyOf(executable);
  }

  /// The database that is always there.
  public static final String MAINTENANCE = "postgres";

  /// The role that may do everything; any password will do.
  public static final String SUPERUSER = "postgres";

  /// How many replication slots it has.
  public static final int SLOTS = 64;

  private static final String CONNECT_SECONDS = "5";

  /// A connection straight to the server, past every link.
  public Connection connect(String database) throws SQLException {
    return connect(address, database, SUPERUSER);
  }

  /// As another role.
  public Connection connect(String database, String role) throws SQLException {
    return connect(address, database, role);
  }

  public String jdbcUrl(String database) {
    return jdbcUrl(address, database);
  }

  static Connection connect(InetSocketAddress address, String database, String role)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "concordat");
    return DriverManager.getConnection(jdbcUrl(address, database), properties);
  }

  private static String jdbcUrl(InetSocketAddress address, String database) {
    return "jdbc:postgresql://127.0.0.1:" + address.getPort() + "/" + database;
  }
}
