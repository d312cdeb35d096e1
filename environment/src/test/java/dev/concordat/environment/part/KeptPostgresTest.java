package dev.concordat.environment.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KeptPostgresTest {
  private static final int MAX_SECONDS = 60;
  @TempDir private Path folder;

  /// A server with what it runs under.
  private record Started(RunFolder run, Supervisor supervisor, KeptPostgres postgres)
      implements AutoCloseable {
    static Started on(Path data, CountDownLatch told) throws Exception {
      Home home = Home.standard(System.getenv(), Path.of(System.getProperty("user.home")));
      RunFolder run = home.newRun("kept");
      Supervisor supervisor = new Supervisor(run);
      try {
        var context =
            new PartContext(home, TestParts.distribution(), run, supervisor, Path.of("java"));
        return new Started(
            run,
            supervisor,
            KeptPostgres.start(context, data, _ -> told.countDown(), told::countDown));
      } catch (EnvironmentFailure failure) {
        supervisor.close();
        run.close();
        throw failure;
      }
    }

    Connection connect() throws SQLException {
      return DriverManager.getConnection(
          postgres.jdbcUrl(), KeptPostgres.USER, postgres.password());
    }

    @Override
    public void close() throws IOException {
      postgres.close();
      supervisor.close();
      run.close();
    }
  }

  @Test
  void whatWasCommittedIsThereAfterADeathAndARestart() throws Exception {
    // Given
    var told = new CountDownLatch(1);
    try (Started started = Started.on(folder, told)) {
      execute(started, "CREATE TABLE kept (n integer)");
      execute(started, "INSERT INTO kept VALUES (1)");

      // When
      ProcessHandle.of(started.postgres().pid()).orElseThrow().destroyForcibly();

      // Then
      assertThat(told.await(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
      execute(started, "INSERT INTO kept SELECT count(*) + 1 FROM kept");
    }
    try (Started again = Started.on(folder, new CountDownLatch(1));
        Connection connection = again.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT sum(n) FROM kept")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(3);
    }
  }

  @Test
  void oneFolderHasOneServerAndNobodyEntersWithoutThePassword() throws Exception {
    try (Started started = Started.on(folder, new CountDownLatch(1))) {
      assertThatThrownBy(() -> Started.on(folder, new CountDownLatch(1)))
          .hasMessageContaining("another server uses this data folder");
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                          started.postgres().jdbcUrl(), KeptPostgres.USER, "wrong")
                      .close())
          .isInstanceOf(SQLException.class);
      assertThat(KeptPostgres.running(folder).jdbcUrl()).isEqualTo(started.postgres().jdbcUrl());
    }
  }

  @Test
  void itIsDurableWhateverTheEnvironmentsServersAre() throws Exception {
    try (Started started = Started.on(folder, new CountDownLatch(1));
        Connection connection = started.connect();
        var statement = connection.createStatement()) {
      for (String setting :
          new String[] {"fsync", "full_page_writes", "synchronous_commit", "autovacuum"}) {
        try (var result = statement.executeQuery("SHOW " + setting)) {
          assertThat(result.next()).isTrue();
          assertThat(result.getString(1)).as(setting).isEqualTo("on");
        }
      }
    }
  }

  private static void execute(Started started, String sql) throws SQLException {
    try (Connection connection = started.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
