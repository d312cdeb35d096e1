package dev.concordat.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.PostgresServer;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.process.Await;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.place.Place;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Order(1)
class DatabasesTest {
  private static final String SCHEMA =
      """
      -- Orders; a semicolon here does not end anything.
      CREATE TABLE orders (
        id int PRIMARY KEY,
        total numeric(10,2),
        note text DEFAULT 'a;b',
        tags text[]
      );
      CREATE TABLE log (line text);
      CREATE FUNCTION double(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END $$;
      """;

  @TempDir static Path shared;
  @TempDir Path workspace;
  private final List<Exchange> seen = new CopyOnWriteArrayList<>();
  private EventLoops loops;
  private RunFolder run;
  private Supervisor supervisor;
  private PartContext context;

  @BeforeEach
  void open() throws Exception {
    Home home = Home.at(shared);
    run = home.newRun("test");
    supervisor = new Supervisor(run);
    loops = EventLoops.portable(1);
    context = new PartContext(home, TestParts.distribution(), run, supervisor, Path.of("java"));
  }

  @AfterEach
  void close() throws Exception {
    supervisor.close();
    loops.close();
    run.close();
  }

  @Test
  void givesEveryCloneTheMigratedAndSeededRows() throws Exception {
    try (Databases databases = start("INSERT INTO orders VALUES (1, 10.10);")) {
      // Given
      DataClone first = current(databases, "first");
      execute(databases, "DELETE FROM orders");

      // When
      DataClone second = current(databases, "second");

      // Then
      assertThat(second.database("orders-db")).isNotEqualTo(first.database("orders-db"));
      assertThat(query(databases, "SELECT total || note FROM orders")).isEqualTo("10.10a;b");
    }
  }

  @Test
  void insertsRowsFromYaml() throws Exception {
    // Given
    Path seed =
        file(
            "seed.yaml",
            """
            orders:
              - {id: 7, total: 3.10, note: null, tags: "{a,b}"}
              - {id: 8, note: "it's"}
            """);
    try (Databases databases = start(List.of(file("V1__x.sql", SCHEMA)), List.of(seed))) {
      // When
      current(databases, "clone");

      // Then
      assertThat(query(databases, "SELECT string_agg(o::text, ' ' ORDER BY id) FROM orders o"))
          .isEqualTo("(7,3.10,,\"{a,b}\") (8,,it's,)");
    }
  }

  @Test
  void seesCommittedRowsAsTheDatabasePrintsThem() throws Exception {
    try (Databases databases = start("INSERT INTO orders VALUES (1, 10.10), (2, 5);")) {
      // Given
      current(databases, "clone");
      Instant before = Instant.now().minusMillis(1);

      // When
      execute(databases, "INSERT INTO orders VALUES (3, 7, E'Zoë ''q'' [x] 😀', '{a,\"b c\"}')");
      execute(databases, "UPDATE orders SET total = NULL WHERE id = 1");
      execute(databases, "DELETE FROM orders WHERE id = 2");
      execute(databases, "INSERT INTO log VALUES ('no key')", "UPDATE log SET line = 'changed'");
      databases.catchUp();

      // Then
      List<RowChange> rows = rows();
      assertThat(rows)
          .extracting(row -> row.kind() + " " + row.table())
          .containsExactly(
              "INSERT orders", "UPDATE orders", "DELETE orders", "INSERT log", "UPDATE log");
      assertThat(rows.get(0).columns())
          .containsEntry("total", Optional.of("7.00"))
          .containsEntry("note", Optional.of("Zoë 'q' [x] 😀"))
          .containsEntry("tags", Optional.of("{a,\"b c\"}"));
      assertThat(rows.get(1).columns()).containsEntry("total", Optional.empty());
      assertThat(rows.get(2).columns()).containsEntry("id", Optional.of("2"));
      assertThat(rows.get(0).at()).isBetween(before, Instant.now().plusMillis(1));
    }
  }

  @Test
  void doesNotSeeWhatWasRolledBack() throws Exception {
    try (Databases databases = start("")) {
      // Given
      current(databases, "clone");

      // When
      try (Connection connection = databases.connect("orders-db");
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO orders VALUES (3)");
        connection.rollback();
      }
      databases.catchUp();

      // Then
      assertThat(rows()).isEmpty();
    }
  }

  @Test
  void dropsAClosedCloneButNotOneThatIsKept() throws Exception {
    try (Databases databases = start("")) {
      // Given
      DataClone dropped = current(databases, "dropped");
      DataClone kept = databases.next("kept");
      databases.makeCurrent(kept);
      kept.keep();

      // When
      dropped.close();
      kept.close();
      current(databases, "last");

      // Then
      String name = dropped.database("orders-db");
      Await.until(() -> databaseNames(databases.server()).stream().noneMatch(name::equals));
      assertThat(databaseNames(databases.server())).contains(kept.database("orders-db"));
      assertThat(kept.connectCommand("orders-db"))
          .isEqualTo("sh " + run.path() + "/psql.sh orders-db_2");
    }
  }

  @Test
  void usesTheTemplatesOfAnEarlierRun() throws Exception {
    // Given
    start("INSERT INTO orders VALUES (42);").close();
    long before = templates();

    // When
    try (Databases databases = start("INSERT INTO orders VALUES (42);")) {
      current(databases, "clone");

      // Then
      assertThat(query(databases, "SELECT id FROM orders")).isEqualTo("42");
      assertThat(templates()).isEqualTo(before);
    }
  }

  @Nested
  class Failures {
    @Test
    void namesTheLineOfAMigrationThatTheDatabaseRefuses() throws Exception {
      // Given
      Path broken =
          file("V2__broken.sql", "SELECT 1;\n\nINSERT INTO orders\n  VALUES (nothing);\n");

      // When
      assertThatThrownBy(() -> start(List.of(file("V1__x.sql", SCHEMA), broken), List.of()))
          // Then
          .isInstanceOfSatisfying(
              EnvironmentFailure.class,
              failure -> {
                Trouble trouble = failure.troubles().getFirst();
                assertThat(trouble.kind()).isEqualTo(Trouble.Kind.DATA);
                assertThat(trouble.subject()).isEqualTo("orders-db");
                assertThat(trouble.message())
                    .isEqualTo(
                        "the database refuses V2__broken.sql:4: column \"nothing\" does not exist");
              });
    }

    @Test
    void namesTheLineOfAYamlRowThatDoesNotFit() throws Exception {
      // Given
      Path seed = file("seed.yaml", "orders:\n  - {id: 1}\n  - {id: one}\n");

      // When
      assertThatThrownBy(() -> start(List.of(file("V1__x.sql", SCHEMA)), List.of(seed)))
          // Then
          .hasMessageContaining(
              "the database refuses seed.yaml:3: invalid input syntax for type integer: \"one\"");
    }
  }

  private Databases start(String seed) throws Exception {
    return start(List.of(file("V1__x.sql", SCHEMA)), List.of(file("seed.sql", seed)));
  }

  private Databases start(List<Path> migrations, List<Path> seeds) throws Exception {
    var part =
        new PartSpec(
            "orders-db", "postgres", "16", "orders", migrations, seeds, Place.of("compose.yaml"));
    run.close();
    supervisor.close();
    run = context.home().newRun("test");
    supervisor = new Supervisor(run);
    context =
        new PartContext(context.home(), context.distribution(), run, supervisor, context.java());
    return Databases.start(context, workspace, List.of(part), Wiring.of(loops, seen::add));
  }

  private static DataClone current(Databases databases, String label) throws Exception {
    DataClone clone = databases.next(label);
    databases.makeCurrent(clone);
    return clone;
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(workspace.resolve(name), content);
  }

  private List<RowChange> rows() {
    return seen.stream().map(RowChange.class::cast).toList();
  }

  private long templates() throws Exception {
    try (var entries = Files.list(shared.resolve("cache/data"))) {
      return entries.filter(Files::isDirectory).count();
    }
  }

  private static void execute(Databases databases, String... sql) throws Exception {
    try (Connection connection = databases.connect("orders-db");
        var statement = connection.createStatement()) {
      for (String line : sql) {
        statement.execute(line);
      }
    }
  }

  private static String query(Databases databases, String sql) throws Exception {
    try (Connection connection = databases.connect("orders-db");
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static List<String> databaseNames(PostgresServer server) throws Exception {
    var names = new java.util.ArrayList<String>();
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE);
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT datname FROM pg_database")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }
}
