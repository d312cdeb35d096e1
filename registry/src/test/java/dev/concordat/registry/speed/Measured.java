package dev.concordat.registry.speed;

import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.broker.BrokerRoutes;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.gate.GateRoutes;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.matrix.MatrixRoutes;
import dev.concordat.registry.page.PageRoutes;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.DatabaseAddress;
import dev.concordat.registry.verification.VerificationRoutes;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server that is measured: the one that the properties `concordat.speed.…` name (`url`, `token`, `jdbc`, `password`,
/// `process`), which is `concordat serve` as its users have it, or else one in this JVM.
record Measured(String url, Database database, @Nullable RegistryServer server)
    implements AutoCloseable {
  private static final int KIBIBYTES = 1024;

  static Measured open() throws Exception {
    String jdbc = property("jdbc");
    if (!jdbc.isEmpty()) {
      Database database =
          Database.open(new DatabaseAddress(jdbc, "postgres", property("password"), 1));
      return new Measured(property("url"), database, null);
    }
    Database database = TestDatabase.open();
    List<Route> routes = new ArrayList<>(MatrixRoutes.of(database));
    routes.addAll(VerificationRoutes.of(database));
    routes.addAll(GateRoutes.of(database, Clock.systemUTC()));
    routes.addAll(BrokerRoutes.of(database, Clock.systemUTC(), Events.NONE));
    routes.addAll(PageRoutes.of(database, Clock.systemUTC()));
    RegistryServer server = RegistryServer.start(ServerSettings.LOOPBACK, routes, Guard.OPEN);
    return new Measured(server.url(), database, server);
  }

  private static String property(String name) {
    return System.getProperty("concordat.speed." + name, "");
  }

  HttpRequest allowed(HttpRequest request) {
    String token = property("token");
    return token.isEmpty()
        ? request
        : HttpRequest.newBuilder(request, (_, _) -> true)
            .header("Authorization", "Bearer " + token)
            .build();
  }

  boolean isEmpty() {
    return count("systems") == 0;
  }

  long count(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  /// What the server's process and those of PostgreSQL have used of processors, in milliseconds; known where the server is a
  /// process of its own.
  Optional<Used> used() {
    String process = property("process");
    if (process.isEmpty()) {
      return Optional.empty();
    }
    long backend =
        database.read(
            handle -> handle.createQuery("SELECT pg_backend_pid()").mapTo(Long.class).one());
    long postgres =
        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(Measured::millis)
            .sum();
    long own = ProcessHandle.of(Long.parseLong(process)).map(Measured::millis).orElse(0L);
    return Optional.of(new Used(own, postgres));
  }

  /// Processor time in milliseconds.
  record Used(long server, long postgres) {}

  private static long millis(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  /// The most memory that the server's process had, in mebibytes; known where it is one of its own.
  Optional<Long> memory() throws Exception {
    String process = property("process");
    return process.isEmpty()
        ? Optional.empty()
        : Files.readAllLines(Path.of("/proc", process, "status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIBIBYTES)
            .findFirst();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    database.close();
  }
}
