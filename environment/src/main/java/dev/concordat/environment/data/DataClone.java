package dev.concordat.environment.data;

import dev.concordat.environment.part.PostgresServer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Fresh copies of all databases, made from their templates for one case or flow. Thread-safe.
public final class DataClone implements AutoCloseable {
  private final String label;
  private final PostgresServer server;
  private final CloneSet set;
  private final Databases databases;
  private final AtomicBoolean isKept = new AtomicBoolean();

  DataClone(String label, PostgresServer server, CloneSet set, Databases databases) {
    this.label = label;
    this.server = server;
    this.set = set;
    this.databases = databases;
  }

  /// What it is for.
  public String label() {
    return label;
  }

  /// The name of a part's database in this clone.
  public String database(String part) {
    String name = set.names().get(part);
    if (name == null) {
      throw new IllegalArgumentException(part + " is not a database");
    }
    return name;
  }

  /// The databases by part.
  public Map<String, String> databases() {
    return set.names();
  }

  /// Straight to the server, past the links.
  public String jdbcUrl(String part) {
    return server.jdbcUrl(database(part)) + "?user=" + PostgresServer.SUPERUSER;
  }

  /// What a person types to look at the data of a clone that is kept, while the environment runs and afterwards.
  public String connectCommand(String part) {
    return databases.kept().command(database(part));
  }

  /// It stays after {@link #close}, and after the environment in the folder of its run.
  public void keep() {
    databases.kept().want();
    isKept.set(true);
  }

  boolean isKept() {
    return isKept.get();
  }

  CloneSet set() {
    return set;
  }

  /// No longer needed: dropped in the background, as soon as the systems have moved to another one.
  @Override
  public void close() {
    databases.release(this);
  }
}
