package dev.concordat.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.part.PostgresServer;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.process.Await;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.postgres.PostgresLink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PostgresLinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final LinkName NAME = new LinkName("orders", "orders-db");

  /// pgjdbc prepares on the server with the fifth execution.
  private static final int ENOUGH_TO_PREPARE = 8;

  @TempDir static Path folder;
  private static RunFolder run;
  private static Supervisor supervisor;
  private static PostgresServer server;
  private PostgresLink link;

  @BeforeAll
  static void start() throws Exception {
    Home home = Home.at(folder);
    run = home.newRun("test");
    supervisor = new Supervisor(run);
    var context = new PartContext(home, TestParts.distribution(), run, supervisor, Path.of("java"));
    Postgres postgres = Postgres.find(context);
    server = postgres.start("postgres", postgres.emptyData(), run.data("pg").resolve("data"));
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE);
        var statement = connection.createStatement()) {
      for (String name : List.of("one", "two")) {
        statement.execute("CREATE DATABASE " + name);
        try (Connection inside = server.connect(name);
            var create = inside.createStatement()) {
          create.execute("CREATE TABLE place AS SELECT '" + name + "' AS name");
        }
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    supervisor.close();
    run.close();
  }

  @BeforeEach
  void open() throws Exception {
    link = PostgresLink.open(NAME, server.address(), "one");
  }

  @AfterEach
  void close() {
    link.close();
  }

  @Test
  void bringsClientsToItsDatabaseWhateverTheyAskFor() throws Exception {
    // Given
    String url = url("some_other_database");

    // When
    try (Connection connection = DriverManager.getConnection(url)) {
      // Then
      assertThat(place(connection)).isEqualTo("one");
    }
  }

  @Test
  void movesAnIdleSession() throws Exception {
    try (Connection connection = connect()) {
      // Given
      place(connection);

      // When
      link.switchTo("two", PATIENCE);

      // Then
      assertThat(place(connection)).isEqualTo("two");
      assertThat(databasesInUse()).doesNotContain("one");
    }
  }

  @Test
  void movesStatementsThatAreNamedOnTheServer() throws Exception {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT name FROM place WHERE length(name) > ?")) {
      // Given
      for (int i = 0; i < ENOUGH_TO_PREPARE; i++) {
        execute(statement);
      }

      // When
      link.switchTo("two", PATIENCE);

      // Then
      assertThat(execute(statement)).isEqualTo("two");
    }
  }

  @Test
  void movesSettingsButNotThoseOfATransactionThatWasRolledBack() throws Exception {
    try (Connection connection = connect()) {
      // Given
      execute(connection, "SET search_path = pg_catalog, public");
      execute(connection, "SET TIME ZONE 'Asia/Tokyo'");
      connection.setAutoCommit(false);
      execute(connection, "SET work_mem = '7MB'");
      connection.commit();
      execute(connection, "SET statement_timeout = '77s'");
      connection.rollback();

      // When
      link.switchTo("two", PATIENCE);

      // Then
      assertThat(show(connection, "search_path")).isEqualTo("pg_catalog, public");
      assertThat(show(connection, "TimeZone")).isEqualTo("Asia/Tokyo");
      assertThat(show(connection, "work_mem")).isEqualTo("7MB");
      assertThat(show(connection, "statement_timeout")).isEqualTo("0");
    }
  }

  @Test
  void keepsTheTransactionIsolationOfASession() throws Exception {
    try (Connection connection = connect()) {
      // Given
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);

      // When
      link.switchTo("two", PATIENCE);

      // Then
      assertThat(show(connection, "transaction_isolation")).isEqualTo("serializable");
    }
  }

  @Test
  void waitsForATransactionToEnd() throws Exception {
    try (Connection connection = connect()) {
      // Given
      connection.setAutoCommit(false);
      String before = place(connection);
      var switched = new CountDownLatch(1);
      Thread.ofVirtual().start(() -> switchTo("two", PATIENCE, switched));

      // When
      try (Connection fresh = connect()) {
        Await.until(() -> place(fresh).equals("two"));
      }
      String during = place(connection);
      connection.commit();

      // Then
      assertThat(switched.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(List.of(before, during, place(connection))).containsExactly("one", "one", "two");
    }
  }

  @Test
  void movesManySessionsThatAreAllBusy() throws Exception {
    // Given
    var isOver = new AtomicBoolean();
    var failure = new AtomicReference<Throwable>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 20; i++) {
      boolean isAutoCommit = i % 2 == 0;
      threads.add(Thread.ofVirtual().start(() -> work(isAutoCommit, isOver, failure)));
    }
    Await.until(() -> link.sessions() == 20 && link.statements() > 400);

    // When
    for (int i = 0; i < 20; i++) {
      link.switchTo(i % 2 == 0 ? "two" : "one", PATIENCE);
    }
    isOver.set(true);
    for (Thread thread : threads) {
      thread.join();
    }

    // Then
    assertThat(failure.get()).isNull();
    assertThat(databasesInUse()).doesNotContain("two");
  }

  @Test
  void cancelsAStatementOfASessionThatHasMoved() throws Exception {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      // Given
      place(connection);
      link.switchTo("two", PATIENCE);
      place(connection);
      Thread.ofVirtual().start(() -> cancelWhenRunning(statement));

      // When
      assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(600)"))
          // Then
          .hasMessageContaining("canceling statement due to user request");
    }
  }

  @Nested
  class Failures {
    @Test
    void endsASessionWhoseTransactionOutlastsThePatience() throws Exception {
      try (Connection connection = connect()) {
        // Given
        connection.setAutoCommit(false);
        place(connection);

        // When
        link.switchTo("two", Duration.ofMillis(50));

        // Then
        assertThatThrownBy(() -> place(connection)).isInstanceOf(SQLException.class);
      }
    }

    @Test
    void endsASessionThatListens() throws Exception {
      try (Connection connection = connect()) {
        // Given
        execute(connection, "LISTEN news");

        // When
        link.switchTo("two", PATIENCE);

        // Then
        assertThatThrownBy(() -> place(connection)).isInstanceOf(SQLException.class);
      }
    }

    @Test
    void passesTheServersRefusalOn() {
      // Given
      String url = "jdbc:postgresql://127.0.0.1:" + link.address().getPort() + "/x?user=stranger";

      // When
      assertThatThrownBy(() -> DriverManager.getConnection(url))
          // Then
          .hasMessageContaining("role \"stranger\" does not exist");
    }
  }

  private static void cancelWhenRunning(java.sql.Statement statement) {
    try {
      Await.until(() -> isRunning("pg_sleep"));
      statement.cancel();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void work(
      boolean isAutoCommit, AtomicBoolean isOver, AtomicReference<Throwable> failure) {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT name FROM place WHERE length(name) > ?")) {
      connection.setAutoCommit(isAutoCommit);
      while (!isOver.get()) {
        String first = execute(statement);
        String second = execute(statement);
        if (!isAutoCommit) {
          connection.commit();
          if (!first.equals(second)) {
            throw new AssertionError("moved in the middle of a transaction");
          }
        }
      }
    } catch (Exception | AssertionError e) {
      failure.compareAndSet(null, e);
    }
  }

  private void switchTo(String database, Duration patience, CountDownLatch done) {
    try {
      link.switchTo(database, patience);
      done.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("one"));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=any"
        .formatted(link.address().getPort(), database);
  }

  private static String place(Connection connection) throws SQLException {
    return first(connection, "SELECT name FROM place");
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return first(connection, "SHOW " + setting);
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static String execute(PreparedStatement statement) throws SQLException {
    statement.setInt(1, 2);
    try (var result = statement.executeQuery()) {
      result.next();
      return result.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> databasesInUse() throws SQLException {
    return all("SELECT datname FROM pg_stat_activity WHERE backend_type = 'client backend'");
  }

  private static boolean isRunning(String text) throws SQLException {
    return !all("SELECT query FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
            + " AND query LIKE '%"
            + text
            + "%'")
        .isEmpty();
  }

  private static List<String> all(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        found.add(result.getString(1));
      }
    }
    return found;
  }
}
