package dev.concordat.environment.data;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.part.PostgresServer;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.run.PartView;
import dev.concordat.wire.capture.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// All PostgreSQL databases of an environment: a server, a template of each, clones of them, one of which is current.
/// Thread-safe.
public final class Databases implements AutoCloseable {
  /// How often row changes are fetched when nobody asks for them.
  private static final Duration POLL = Duration.ofMillis(250);

  private final PostgresServer server;
  private final List<DatabaseSpec> specs;
  private final CloneMaker maker;
  private final ClonePool pool;
  private final KeptData kept;
  private final Thread poller;
  private @Nullable DataClone current;
  private boolean isReleased;

  private Databases(
      PostgresServer server, List<DatabaseSpec> specs, CloneMaker maker, KeptData kept) {
    this.kept = kept;
    this.server = server;
    this.specs = specs;
    this.maker = maker;
    this.pool = new ClonePool(maker);
    this.poller = Thread.ofVirtual().name("rows").start(this::poll);
  }

  /// Starts the server, with the templates of all parts.
  ///
  /// @param root what places in messages are relative to
  public static Databases start(PartContext context, Path root, List<PartSpec> parts, Wiring wiring)
      throws EnvironmentFailure, InterruptedException {
    try {
      List<DatabaseSpec> specs = parts.stream().map(DatabaseSpec::of).toList();
      Postgres postgres = Postgres.find(context);
      Path folder = context.run().data(Postgres.KIND);
      Path templates =
          new TemplateCluster(postgres, new Cache(context.home()), root, specs)
              .find(folder.resolve("templates"));
      PostgresServer server = postgres.start(Postgres.KIND, templates, folder.resolve("data"));
      var maker = new CloneMaker(server, specs, wiring.sink(), wiring.ids(), new AtomicInteger());
      return new Databases(server, specs, maker, new KeptData(context.run(), server));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          Postgres.KIND, "its folder cannot be made: " + e.getMessage(), "Check the free space.");
    }
  }

  public PostgresServer server() {
    return server;
  }

  /// The role that owns a part's databases; its password does not matter.
  public String role(String part) {
    return specs.stream()
        .filter(spec -> spec.part().equals(part))
        .map(DatabaseSpec::role)
        .findFirst()
        .orElse(PostgresServer.SUPERUSER);
  }

  public boolean isDatabase(String part) {
    return specs.stream().anyMatch(spec -> spec.part().equals(part));
  }

  /// A part for people to look at.
  public PartView view(String part) {
    String database = current().map(clone -> clone.database(part)).orElse("");
    return new PartView(
        part,
        server.product(),
        "127.0.0.1:" + server.address().getPort() + "/" + database,
        server.ready());
  }

  /// Fresh databases, which nobody uses yet.
  public DataClone next(String label) throws EnvironmentFailure, InterruptedException {
    return new DataClone(label, server, pool.take(), this);
  }

  /// From now on rows are observed here. The one before is dropped if it was closed and is not kept.
  public void makeCurrent(DataClone clone) {
    DataClone old;
    boolean isOldReleased;
    synchronized (this) {
      old = current;
      isOldReleased = isReleased;
      current = clone;
      isReleased = false;
    }
    if (old != null) {
      catchUp(old);
      if (isOldReleased) {
        drop(old);
      }
    }
  }

  public synchronized Optional<DataClone> current() {
    return Optional.ofNullable(current);
  }

  /// A connection to a part's current database, past the links.
  public Connection connect(String part) throws SQLException {
    DataClone clone =
        current().orElseThrow(() -> new IllegalStateException("there are no databases yet"));
    return server.connect(clone.database(part));
  }

  /// Hands over every row change that was committed before the call.
  public void catchUp() {
    current().ifPresent(Databases::catchUp);
  }

  KeptData kept() {
    return kept;
  }

  /// To be called when the server has ended: what is kept outlives the run.
  public void saveKept() throws IOException {
    kept.save();
  }

  void release(DataClone clone) {
    synchronized (this) {
      if (clone == current) {
        isReleased = true;
        return;
      }
    }
    drop(clone);
  }

  /// Of a kept clone only the observers go: each holds one of the server's few replication slots.
  private void drop(DataClone clone) {
    Thread.ofVirtual()
        .start(clone.isKept() ? () -> maker.stopObserving(clone.set()) : () -> dropNow(clone));
  }

  private void dropNow(DataClone clone) {
    try {
      maker.drop(clone.set());
    } catch (EnvironmentFailure _) {
      // Its name is never used again; it goes with the server.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    try {
      while (true) {
        Thread.sleep(POLL);
        catchUp();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void catchUp(DataClone clone) {
    for (RowObserver observer : clone.set().observers().values()) {
      try {
        observer.catchUp();
      } catch (SQLException _) {
        // The server is gone, which its exit tells better, or a clone is being dropped.
      }
    }
  }

  @Override
  public void close() {
    poller.interrupt();
    pool.close();
  }
}
