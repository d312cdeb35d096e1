package dev.concordat.cli.serve;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.PartHost;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.KeptPostgres;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.DatabaseAddress;
import dev.concordat.registry.store.StoreFailure;
import java.nio.file.Path;

/// The database of a registry with everything that must be ended when it is closed.
final class OpenedDatabase implements AutoCloseable {
  private final Database database;
  private final String where;
  private final Ending ending;

  private OpenedDatabase(Database database, String where, Ending ending) {
    this.database = database;
    this.where = where;
    this.ending = ending;
  }

  /// What is ended after the connections are closed.
  @FunctionalInterface
  private interface Ending {
    void end();
  }

  /// Somebody's own.
  static OpenedDatabase of(DatabaseAddress address) throws StoreFailure {
    return new OpenedDatabase(Database.open(address), address.shown(), () -> {});
  }

  /// The embedded one, started on its folder.
  ///
  /// @param givenUp called when it ends for good while it is needed
  static OpenedDatabase start(
      Console console, Installation installation, Path data, Runnable givenUp)
      throws EnvironmentFailure, StoreFailure, InterruptedException {
    PartHost host = PartHost.open(installation, "registry " + data);
    try {
      KeptPostgres postgres =
          KeptPostgres.start(
              host.context(), data, said -> console.say("registry: " + said), givenUp);
      Ending ending = () -> end(postgres, host);
      try {
        var address =
            new DatabaseAddress(postgres.jdbcUrl(), KeptPostgres.USER, postgres.password());
        return new OpenedDatabase(Database.open(address), data.toString(), ending);
      } catch (StoreFailure failure) {
        postgres.close();
        throw failure;
      }
    } catch (EnvironmentFailure | StoreFailure | InterruptedException failure) {
      host.close();
      throw failure;
    }
  }

  /// The embedded one that another process runs, or else started.
  static OpenedDatabase join(Console console, Installation installation, Path data)
      throws EnvironmentFailure, StoreFailure, InterruptedException {
    try {
      return start(console, installation, data, () -> {});
    } catch (EnvironmentFailure failure) {
      if (!KeptPostgres.isInUse(failure)) {
        throw failure;
      }
      KeptPostgres.Running running = KeptPostgres.running(data);
      return of(new DatabaseAddress(running.jdbcUrl(), KeptPostgres.USER, running.password(), 2));
    }
  }

  private static void end(KeptPostgres postgres, PartHost host) {
    try {
      postgres.close();
    } finally {
      host.close();
    }
  }

  Database database() {
    return database;
  }

  /// Where the data are, for people.
  String where() {
    return where;
  }

  @Override
  public void close() {
    database.close();
    ending.end();
  }
}
