package dev.concordat.environment.data;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.part.PostgresServer;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.ExchangeSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Makes and drops clones.
record CloneMaker(
    PostgresServer server,
    List<DatabaseSpec> databases,
    ExchangeSink sink,
    ExchangeIds ids,
    AtomicInteger last) {
  CloneSet make() throws EnvironmentFailure, InterruptedException {
    int number = last.incrementAndGet();
    var observers = new ConcurrentHashMap<String, RowObserver>();
    Parallel.forEach(databases, database -> observers.put(database.part(), make(database, number)));
    Map<String, String> names =
        databases.stream()
            .collect(Collectors.toMap(DatabaseSpec::part, database -> database.clone(number)));
    return new CloneSet(names, observers);
  }

  private RowObserver make(DatabaseSpec spec, int number) throws EnvironmentFailure {
    try {
      execute(
          "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY OWNER %s"
              .formatted(
                  Sql.name(spec.clone(number)), Sql.name(spec.template()), Sql.name(spec.role())));
      return RowObserver.open(server, spec.part(), spec.clone(number), sink, ids);
    } catch (SQLException e) {
      throw EnvironmentFailure.of(
          spec.part(),
          "its database could not be cloned: " + e.getMessage(),
          "A transaction that a system left open for long keeps others from starting; see the log of postgres.");
    }
  }

  /// Sessions that are still there are ended.
  void drop(CloneSet set) throws EnvironmentFailure, InterruptedException {
    Parallel.forEach(
        set.names().entrySet(),
        entry -> {
          try {
            RowObserver observer = set.observers().get(entry.getKey());
            if (observer != null) {
              observer.close();
            }
            execute("DROP DATABASE " + Sql.name(entry.getValue()) + " WITH (FORCE)");
          } catch (SQLException e) {
            throw EnvironmentFailure.of(
                entry.getKey(), "a clone could not be dropped: " + e.getMessage(), "");
          }
        });
  }

  /// The databases stay; their changes are no longer seen.
  void stopObserving(CloneSet set) {
    for (RowObserver observer : set.observers().values()) {
      try {
        observer.close();
      } catch (SQLException _) {
        // The slot goes with the server; until then it only counts against the server's limit.
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
