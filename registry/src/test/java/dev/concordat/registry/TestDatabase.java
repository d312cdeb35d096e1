package dev.concordat.registry;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.part.PostgresServer;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One real PostgreSQL for all tests of this JVM, with a new database for each that asks.
public final class TestDatabase {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static @Nullable PostgresServer server;

  private TestDatabase() {}

  /// A database of its own, with all tables and nothing in them. Closing it closes the connections only; the server ends
  /// with the JVM.
  public static Database open() throws Exception {
    return Database.open(address());
  }

  /// The address of a new, empty database.
  public static DatabaseAddress address() throws Exception {
    PostgresServer running = server();
    String name = "registry" + NAMES.incrementAndGet();
    try (Connection connection = running.connect(PostgresServer.MAINTENANCE);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new DatabaseAddress(running.jdbcUrl(name), PostgresServer.SUPERUSER, "", 8);
  }

  /// The server, started once.
  public static synchronized PostgresServer server() throws Exception {
    PostgresServer running = server;
    if (running != null) {
      return running;
    }
    Path distribution = Path.of(System.getProperty("concordat.parts"));
    Home home = Home.standard(System.getenv(), Path.of(System.getProperty("user.home")));
    RunFolder run = home.newRun("registry-tests");
    Supervisor supervisor = new Supervisor(run);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try (run;
                      supervisor) {
                    // ends the server
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
    PartContext context =
        new PartContext(home, new Distribution(distribution), run, supervisor, Path.of("java"));
    Postgres postgres = Postgres.find(context);
    running =
        postgres.start("registry", postgres.emptyData(), run.data("registry").resolve("data"));
    server = running;
    return running;
  }
}
