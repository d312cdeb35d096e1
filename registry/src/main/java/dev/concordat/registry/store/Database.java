package dev.concordat.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The PostgreSQL database of a registry, with its tables at the newest version. Several servers may use one at a time.
public final class Database implements AutoCloseable {
  /// A question that takes longer is given up, so that no request hangs.
  public static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_ATTEMPTS = 10;

  // serialization_failure and deadlock_detected (PostgreSQL, appendix A).
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  private final HikariDataSource source;
  private final Jdbi jdbi;

  private Database(HikariDataSource source) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /// Connects and brings the tables up to date; another server that does the same is waited for.
  ///
  /// @throws StoreFailure when the database cannot be reached or its tables are of a newer Concordat
  public static Database open(DatabaseAddress address) throws StoreFailure {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setPoolName("registry");
    config.setMaximumPoolSize(address.connections());
    config.setConnectionTimeout(CONNECT_LIMIT.toMillis());
    config.setInitializationFailTimeout(1);
    // Reading is what happens most, so its isolation is the one that nobody has to ask for: asking
    // costs four
    // questions for each request.
    config.setConnectionInitSql(
        "SET statement_timeout = "
            + STATEMENT_LIMIT.toMillis()
            + "; SET default_transaction_isolation = 'repeatable read'");
    // From the first time on, so that a plan can be kept.
    config.addDataSourceProperty("prepareThreshold", 1);
    HikariDataSource source;
    try {
      source = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new StoreFailure(
          "The database "
              + address.shown()
              + " cannot be reached: "
              + StoreFailure.reason(e)
              + ". Is it running, and are user and password right?",
          e);
    }
    try {
      Flyway.configure()
          // Connections of its own: one that waits for another server must then see what that one
          // did.
          .dataSource(address.url(), address.user(), address.password())
          .initSql("SET statement_timeout = " + STATEMENT_LIMIT.toMillis())
          .locations("classpath:dev/concordat/registry/store")
          .failOnMissingLocations(true)
          .table("registry_tables")
          .load()
          .migrate();
      return new Database(source);
    } catch (FlywayException e) {
      source.close();
      throw new StoreFailure(
          "The tables of "
              + address.shown()
              + " cannot be brought up to date: "
              + StoreFailure.reason(e)
              + ". A newer Concordat may have changed them, or the user may not create tables.",
          e);
    }
  }

  /// Reads, all of it as of one moment.
  public <T> T read(Work<T> work) {
    return jdbi.withHandle(
        handle -> {
          handle.setReadOnly(true);
          return handle.inTransaction(work::with);
        });
  }

  /// Asks one question that changes nothing and needs nothing else to be of the same moment: a transaction of its own would
  /// cost two more round trips, which every request would wait for.
  public <T> T ask(Work<T> question) {
    return jdbi.withHandle(question::with);
  }

  /// Writes: all of it or nothing. Where two wait for each other in a circle the database ends one of them, which is
  /// then done again; so the work must change nothing but the database.
  public <T> T write(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(
            handle -> {
              handle.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
              return work.with(handle);
            });
      } catch (RuntimeException e) {
        if (attempt == MAX_ATTEMPTS || !isWorthAnotherAttempt(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isWorthAnotherAttempt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && AGAIN.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    source.close();
  }

  /// What is done with one connection in one transaction.
  @FunctionalInterface
  public interface Work<T> {
    /// Does it.
    T with(Handle handle);
  }

  /// Says whether the database answers.
  public boolean answers() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid((int) CONNECT_LIMIT.toSeconds());
    } catch (SQLException _) {
      return false;
    }
  }
}
