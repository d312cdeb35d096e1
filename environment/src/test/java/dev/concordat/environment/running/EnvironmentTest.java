package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.process.Await;
import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.run.Trouble;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Order(1)
class EnvironmentTest {
  /// Unpacked parts are shared by these tests, as they are by runs.
  @TempDir static Path home;

  @TempDir Path workspace;

  @Test
  void reachesASystemThroughItsLinkAndSeesTheCall() throws Exception {
    try (Environment environment = start(TestSetups.files(workspace, "files"))) {
      // Given
      int mark = environment.observations().mark();

      // When
      HttpResponse<String> response = get(environment, "files");

      // Then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(environment.observations().since(mark)).hasSize(1);
    }
  }

  @Test
  void tellsASystemWhereItsPartsAreThroughItsLinks() throws Exception {
    // Given
    SystemSpec system =
        TestSetups.shell(
            workspace,
            "sh",
            "echo url=$URL user=$DB_USER secret=$AWS_SECRET_ACCESS_KEY; exec \"$JAVA_HOME\"/bin/java -m jdk.httpserver -b $HOST -p $PORT",
            new PartNeed("db", "URL", "jdbc:postgresql://{host}:{port}/{database}"),
            new PartNeed("db", "DB_USER", "{user}"));
    Setup setup = TestSetups.of(workspace, List.of(system), TestSetups.postgres("db"));
    String java = System.getProperty("java.home");
    var options = new StartOptions(1).withVariables(Map.of("sh", Map.of("JAVA_HOME", java)));

    // When
    try (Environment environment = starter().start(setup, options)) {
      // Then
      assertThat(environment.lastLines("sh", 50))
          .anyMatch(
              line -> line.matches("url=jdbc:postgresql://127.0.0.1:\\d+/db user=db secret="));
    }
  }

  @Test
  void runsTwoCopiesSideBySide() throws Exception {
    // Given
    Setup setup =
        TestSetups.of(
            workspace,
            List.of(TestSetups.files(workspace, "files")),
            TestSetups.postgres("db"),
            TestSetups.kafka("events"));
    var other = new AtomicReference<Environment>();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    other.set(starter().start(setup, new StartOptions(1)));
                  } catch (EnvironmentFailure | InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });

    // When
    try (Environment environment = starter().start(setup, new StartOptions(1))) {
      thread.join();
      try (Environment second = other.get();
          DataClone mine = environment.freshData("mine");
          DataClone theirs = second.freshData("theirs")) {
        // Then
        assertThat(mine.jdbcUrl("db")).isNotEqualTo(theirs.jdbcUrl("db"));
        assertThat(get(environment, "files").statusCode()).isEqualTo(200);
        assertThat(get(second, "files").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void tellsThatASystemHasDied() throws Exception {
    try (Environment environment = start(TestSetups.files(workspace, "files"))) {
      // Given
      long pid =
          ProcessHandle.current()
              .descendants()
              .filter(process -> process.info().commandLine().orElse("").contains("jdk.httpserver"))
              .filter(process -> !process.info().command().orElse("").endsWith("sh"))
              .findFirst()
              .orElseThrow()
              .pid();

      // When
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();

      // Then
      Await.until(() -> environment.trouble().isPresent());
      assertThat(environment.trouble().orElseThrow().message())
          .isEqualTo("ended with exit code 137 while the environment ran");
    }
  }

  @Test
  void buildsWhatIsMissingAndNotWhatIsThere() throws Exception {
    // Given
    Path product = workspace.resolve("target/product");
    Path source = Files.writeString(workspace.resolve("source"), "1");
    var build =
        new Build(
            workspace,
            List.of("/bin/sh", "-c", "mkdir -p target; echo built >> target/product"),
            product,
            List.of(source));
    SystemSpec system = withBuild(TestSetups.files(workspace, "files"), build);
    start(system).close();

    // When
    start(system).close();

    // Then
    assertThat(product).hasContent("built");
  }

  @Test
  void leavesTheDataOfAFailedFlowWithACommandThatOpensThem() throws Exception {
    assumeTrue(Executables.isThere("psql", workspace, System.getenv("PATH")), "needs psql");
    // Given
    Setup setup = TestSetups.of(workspace, List.of(), TestSetups.postgres("db"));
    String command;
    try (Environment environment = starter().start(setup, new StartOptions(1));
        DataClone clone = environment.freshData("failed");
        Connection connection = environment.connect("db");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE evidence AS SELECT 'it was here' AS line");
      clone.keep();
      command = clone.connectCommand("db");
    }

    // When
    Process psql =
        new ProcessBuilder("/bin/sh", "-c", command + " -Atc 'SELECT line FROM evidence'")
            .redirectErrorStream(true)
            .start();

    // Then
    assertThat(psql.inputReader().lines()).containsExactly("it was here");
    assertThat(psql.waitFor()).isZero();
  }

  @Test
  void speaksForASystemWhoseToolIsNotHere() throws Exception {
    // Given
    Path contract =
        Files.writeString(
            workspace.resolve("openapi.yaml"),
            """
            openapi: 3.0.3
            info: {title: Odd, version: "1"}
            paths:
              /:
                get:
                  responses:
                    "200":
                      description: fine
                      content:
                        application/json:
                          schema: {type: object}
                          example: {spoken: true}
            """);
    SystemSpec odd = TestSetups.system(workspace, "odd", List.of("no-such-tool", "run"));
    SystemSpec system =
        new SystemSpec(
            odd.name(),
            odd.folder(),
            odd.owner(),
            new Launch(odd.launch().command(), Optional.empty(), Optional.of("no-such-tool")),
            odd.ready(),
            List.of(contract),
            odd.consumes(),
            odd.needs(),
            odd.stubs(),
            odd.variables(),
            odd.place());

    // When
    try (Environment environment =
        starter()
            .start(
                TestSetups.of(workspace, List.of(system)),
                new StartOptions(1).withOpener(TitleStandIn.opener()))) {
      // Then
      assertThat(get(environment, "odd").body()).isEqualTo("Odd");
      assertThat(environment.systems().getFirst().note())
          .isEqualTo("no-such-tool is not on the PATH; openapi.yaml speaks for it");
    }
  }

  @Nested
  class Failures {
    @Test
    void showsTheLastLinesOfASystemThatExitsAtItsStart() {
      // When
      Trouble trouble =
          trouble(TestSetups.shell(workspace, "sh", "echo no database; echo giving up; exit 3"));

      // Then
      assertThat(trouble.subject()).isEqualTo("sh");
      assertThat(trouble.message()).isEqualTo("ended with exit code 3 before it was ready");
      assertThat(trouble.logLines()).containsExactly("no database", "giving up");
    }

    @Test
    void saysWhatItWaitedForWhereASystemNeverGetsReady() {
      // Given
      SystemSpec system = TestSetups.shell(workspace, "sh", "echo thinking; exec sleep 600");
      Setup setup = TestSetups.of(workspace, List.of(system));
      var options = new StartOptions(1).withReadyLimit(Duration.ofSeconds(1));

      // When
      EnvironmentFailure failure =
          catchThrowableOfType(EnvironmentFailure.class, () -> starter().start(setup, options));

      // Then
      Trouble trouble = failure.troubles().getFirst();
      assertThat(trouble.message()).isEqualTo("was not ready after 1 s");
      assertThat(trouble.fix()).contains("GET http://127.0.0.1:");
      assertThat(trouble.logLines()).containsExactly("thinking");
    }

    @Test
    void saysWhichCommandIsMissing() {
      // When
      Trouble trouble = trouble(TestSetups.system(workspace, "odd", List.of("no-such-command")));

      // Then
      assertThat(trouble.message()).isEqualTo("cannot be started: there is no no-such-command");
    }

    @Test
    void showsTheOutputOfABuildThatFails() {
      // Given
      var build =
          new Build(
              workspace,
              List.of("/bin/sh", "-c", "echo cannot find symbol; exit 1"),
              workspace.resolve("product"),
              List.of());

      // When
      Trouble trouble = trouble(withBuild(TestSetups.files(workspace, "files"), build));

      // Then
      assertThat(trouble.message()).isEqualTo("could not be built: exit code 1");
      assertThat(trouble.logLines()).containsExactly("cannot find symbol");
    }

    @Test
    void triesAnotherPortWhereTheFirstIsTaken() throws Exception {
      // Given
      Path flag = workspace.resolve("tried");
      SystemSpec system =
          TestSetups.shell(
              workspace,
              "sh",
              "if [ ! -e %s ]; then touch %s; echo 'Address already in use'; exit 1; fi; exec \"$JAVA\" -m jdk.httpserver -b $HOST -p $PORT"
                  .formatted(flag, flag));
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var options = new StartOptions(1).withVariables(Map.of("sh", Map.of("JAVA", java)));

      // When
      try (Environment environment =
          starter().start(TestSetups.of(workspace, List.of(system)), options)) {
        // Then
        assertThat(get(environment, "sh").statusCode()).isEqualTo(200);
      }
    }

    @Test
    void leavesNothingRunningWhereOneOfManyFails() throws Exception {
      // Given
      Setup setup =
          TestSetups.of(
              workspace,
              List.of(
                  TestSetups.files(workspace, "good"),
                  TestSetups.shell(workspace, "bad", "exit 1")),
              TestSetups.postgres("db"));

      // When
      var failure =
          catchThrowableOfType(
              EnvironmentFailure.class, () -> starter().start(setup, new StartOptions(1)));

      // Then
      assertThat(failure).isNotNull();
      assertThat(ProcessHandle.current().descendants())
          .noneMatch(process -> process.info().commandLine().orElse("").contains(home.toString()));
    }

    private Trouble trouble(SystemSpec system) {
      return catchThrowableOfType(EnvironmentFailure.class, () -> start(system).close())
          .troubles()
          .getFirst();
    }
  }

  private static SystemSpec withBuild(SystemSpec system, Build build) {
    return new SystemSpec(
        system.name(),
        system.folder(),
        system.owner(),
        new Launch(system.launch().command(), Optional.of(build), Optional.empty()),
        system.ready(),
        system.provides(),
        system.consumes(),
        system.needs(),
        system.stubs(),
        system.variables(),
        system.place());
  }

  private Environment start(SystemSpec system) throws Exception {
    return starter().start(TestSetups.of(workspace, List.of(system)), new StartOptions(1));
  }

  private static EnvironmentStarter starter() throws EnvironmentFailure {
    return new EnvironmentStarter(Home.at(home), TestParts.distribution(), _ -> {});
  }

  private static HttpResponse<String> get(Environment environment, String system) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(environment.address(system).resolve("/")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
