package dev.concordat.environment.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.process.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Order(1)
class PartsTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;
  private RunFolder run;
  private Supervisor supervisor;
  private PartContext context;

  @BeforeEach
  void open() throws Exception {
    Home home = Home.at(folder.resolve("home"));
    run = home.newRun("test");
    supervisor = new Supervisor(run);
    context = new PartContext(home, TestParts.distribution(), run, supervisor, JAVA);
  }

  @AfterEach
  void close() throws Exception {
    supervisor.close();
    run.close();
  }

  @Test
  void startsARealPostgres() throws Exception {
    // Given
    Postgres postgres = Postgres.find(context);

    // When
    PostgresServer server =
        postgres.start("postgres", postgres.emptyData(), run.data("pg").resolve("data"));

    // Then
    assertThat(server.product()).isEqualTo("PostgreSQL 16.15");
    try (var connection = server.connect(PostgresServer.MAINTENANCE);
        var statement = connection.createStatement();
        var result = statement.executeQuery("SHOW server_version")) {
      result.next();
      assertThat(result.getString(1)).startsWith("16.15");
    }
  }

  @Test
  void startsPostgresTwiceFromOneInitialisedFolder() throws Exception {
    // Given
    Postgres postgres = Postgres.find(context);
    PostgresServer first =
        postgres.start("one", postgres.emptyData(), run.data("pg").resolve("one"));

    // When
    PostgresServer second =
        postgres.start("two", postgres.emptyData(), run.data("pg").resolve("two"));

    // Then
    assertThat(second.address()).isNotEqualTo(first.address());
  }

  @Test
  void startsPostgresAsAnotherUserWhereThereAreNoUserNamespaces() throws Exception {
    assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")), "needs root");
    // Given
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    PostgresBinaries found = Postgres.find(context).binaries();
    Unprivileged other =
        Unprivileged.find(found.folder().resolve("bin/postgres"), List.of(Unprivileged.OTHER_ID));
    var cache = new Cache(Home.at(folder.resolve("other")));
    var postgres =
        new Postgres(
            context, PostgresBinaries.initialised(found.folder(), found.version(), other, cache));

    // When
    PostgresServer server =
        postgres.start("postgres", postgres.emptyData(), run.data("pg").resolve("data"));

    // Then
    assertThat(server.process().isAlive()).isTrue();
    assertThat(server.executable().getFirst()).isEqualTo("setpriv");
  }

  @Test
  void startsARealKafkaThatMakesTopicsWhenTheyAreUsed() throws Exception {
    // Given
    Kafka kafka = Kafka.find(context);

    // When
    KafkaBroker broker = kafka.start("kafka");

    // Then
    assertThat(broker.product()).isEqualTo("Apache Kafka 4.3.1");
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      assertThat(producer.send(new ProducerRecord<>("orders", "hello")).get().offset()).isZero();
    }
  }

  @Test
  void startsKafkaWithTheCacheOfATrainingRun() throws Exception {
    // Given
    Kafka kafka = Kafka.find(context);
    kafka.train();

    // When
    KafkaBroker broker = kafka.start("kafka");

    // Then
    assertThat(broker.process().isAlive()).isTrue();
    assertThat(broker.process().lastLines(50)).noneMatch(line -> line.contains("[aot"));
  }

  @Nested
  class Failures {
    @Test
    void saysWhereBinariesAreMissing() {
      // Given
      var empty = new PartContext(context.home(), new Distribution(folder), run, supervisor, JAVA);

      // When
      assertThatThrownBy(() -> Postgres.find(empty))
          // Then
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageContaining("its binaries are not in " + folder);
    }

    @Test
    void saysHowRootCanRunPostgresWhereNothingWorks() {
      // Given
      var ways = List.of(new Unprivileged(List.of("no-such-command"), false));

      // When
      assertThatThrownBy(() -> Unprivileged.find(folder.resolve("postgres"), ways))
          // Then
          .isInstanceOfSatisfying(
              EnvironmentFailure.class,
              failure ->
                  assertThat(failure.troubles().getFirst().fix())
                      .contains("ordinary user", "CONCORDAT_HOME"));
    }
  }
}
