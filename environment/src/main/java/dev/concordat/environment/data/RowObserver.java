package dev.concordat.environment.data;

import dev.concordat.environment.part.PostgresServer;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.ExchangeSink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sees the rows of one database change, through a logical replication slot: only what was committed, in the order of the
/// commits, with the time of each. Reads with `test_decoding`, because it needs nothing in the database: the publications
/// that `pgoutput` reads make updates of tables without a key fail. Thread-safe.
final class RowObserver implements AutoCloseable {
  /// Changes read at once; more are read in turn.
  private static final int CHANGES_AT_ONCE = 10_000;

  private static final String READ =
      "SELECT data FROM pg_logical_slot_get_changes(?, NULL, "
          + CHANGES_AT_ONCE
          + ", 'include-timestamp', '1', 'skip-empty-xacts', '1')";

  private static final String COMMIT = "COMMIT ";
  private static final String COMMIT_TIME = " (at ";

  /// `2026-11-22 15:44:42.560423+00`.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendOptional(DateTimeFormatter.ofPattern("[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]"))
          .appendOffset("+HH:mm", "+00")
          .toFormatter();

  private final String part;
  private final String slot;
  private final Connection connection;
  private final ExchangeSink sink;
  private final ExchangeIds ids;

  private RowObserver(
      String part, String slot, Connection connection, ExchangeSink sink, ExchangeIds ids) {
    this.part = part;
    this.slot = slot;
    this.connection = connection;
    this.sink = sink;
    this.ids = ids;
  }

  /// Sees everything that is committed from now on. Waits for transactions that are going on in the server.
  static RowObserver open(
      PostgresServer server, String part, String database, ExchangeSink sink, ExchangeIds ids)
      throws SQLException {
    Connection connection = server.connect(database);
    String slot = "rows_" + database.replaceAll("[^a-z0-9_]", "_");
    try (var statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET statement_timeout = '5s'");
      statement.execute(
          "SELECT pg_create_logical_replication_slot(" + Sql.text(slot) + ", 'test_decoding')");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return new RowObserver(part, slot, connection, sink, ids);
  }

  /// Hands over every change that was committed before the call.
  synchronized void catchUp() throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setString(1, slot);
      boolean isMore = true;
      while (isMore) {
        try (ResultSet lines = read.executeQuery()) {
          isMore = tell(lines) >= CHANGES_AT_ONCE;
        }
      }
    }
  }

  private int tell(ResultSet lines) throws SQLException {
    var transaction = new ArrayList<DecodedLine>();
    int changes = 0;
    while (lines.next()) {
      String line = lines.getString(1);
      if (line.startsWith(COMMIT)) {
        tell(transaction, time(line));
        transaction.clear();
      } else {
        Optional<DecodedLine> change = DecodedLine.parse(line);
        change.ifPresent(transaction::add);
        changes++;
      }
    }
    return changes;
  }

  private void tell(List<DecodedLine> transaction, Instant commit) {
    for (DecodedLine change : transaction) {
      sink.seen(
          new RowChange(ids.next(), part, change.table(), change.kind(), commit, change.columns()));
    }
  }

  private static Instant time(String commit) {
    int from = commit.indexOf(COMMIT_TIME) + COMMIT_TIME.length();
    return OffsetDateTime.parse(commit.substring(from, commit.length() - 1), TIME).toInstant();
  }

  /// Drops the slot, which would keep its database from being dropped.
  @Override
  public synchronized void close() throws SQLException {
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_drop_replication_slot(" + Sql.text(slot) + ")");
    }
  }
}
