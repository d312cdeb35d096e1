package com.example.shop.orders.database;

import com.example.shop.orders.http.Log;
import com.example.shop.orders.http.Problem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections, checked before each use: the database may have been replaced meanwhile. */
public final class ConnectionPool implements AutoCloseable {

  private static final int SIZE = 4;
  private static final int BORROW_TIMEOUT_MILLIS = 2_000;
  private static final int VALIDATION_TIMEOUT_SECONDS = 1;

  private final String url;
  private final Properties properties = new Properties();
  private final Semaphore permits = new Semaphore(SIZE, true);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  /** Work inside one transaction. */
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  public ConnectionPool(String url, String user, String password) {
    this.url = url;
    properties.setProperty("ApplicationName", "orders");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "5");
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
  }

  /** Commits when the work returns, rolls back when it throws. */
  public <T> T inTransaction(Work<T> work) {
    try {
      Connection connection = borrow();
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection);
        throw e;
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** For callers that end the transaction themselves; they must give the connection back. */
  public Connection borrow() throws SQLException {
    try {
      if (!permits.tryAcquire(BORROW_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("all " + SIZE + " connections are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted while waiting for a connection");
    }
    try {
      return validOrNew();
    } catch (SQLException | RuntimeException e) {
      permits.release();
      throw e;
    }
  }

  public void giveBack(Connection connection) {
    idle.push(connection);
    permits.release();
  }

  private Connection validOrNew() throws SQLException {
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      if (connection.isValid(VALIDATION_TIMEOUT_SECONDS)) {
        connection.rollback();
        return connection;
      }
      closeQuietly(connection);
    }
    Connection fresh = DriverManager.getConnection(url, properties);
    fresh.setAutoCommit(false);
    return fresh;
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      closeQuietly(connection);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // It was broken already; the next borrower gets a new one.
    }
  }

  @Override
  public void close() {
    idle.forEach(ConnectionPool::closeQuietly);
  }

  /** Connection trouble (SQLSTATE classes 08, 53 and 57) passes; anything else is a bug of ours. */
  private static RuntimeException failure(SQLException e) {
    String state = e.getSQLState() == null ? "08" : e.getSQLState();
    if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
      Log.warn("database: %s", e.getMessage());
      return Problem.unavailable("The database");
    }
    return new IllegalStateException(e);
  }
}
