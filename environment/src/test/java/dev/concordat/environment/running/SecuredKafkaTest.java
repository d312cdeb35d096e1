package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.process.Await;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Systems whose clients of Kafka want to be safer than the broker of a test is.
@Tag("slow")
class SecuredKafkaTest {
  private static final PartNeed KAFKA = new PartNeed("events", "KAFKA", "{host}:{port}");
  private static final String FIX =
      " there, and links to brokers do not. Let it connect without: security.protocol PLAINTEXT, or"
          + " what its client calls that, under `variables` in concordat.yaml.";

  @TempDir static Path home;

  @TempDir Path workspace;

  @Test
  void aSystemThatDoesNotStartBecauseOfTlsIsToldSo() throws Exception {
    // Given
    Files.writeString(
        workspace.resolve("Secured.java"),
        """
        class Secured {
          public static void main(String[] arguments) throws Exception {
            String[] broker = System.getenv("KAFKA").split(":");
            var factory = (javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault();
            try (var socket = (javax.net.ssl.SSLSocket) factory.createSocket(broker[0], Integer.parseInt(broker[1]))) {
              socket.startHandshake();
            }
          }
        }
        """);
    Setup setup =
        TestSetups.of(
            workspace,
            List.of(TestSetups.system(workspace, "orders", List.of("java", "Secured.java"), KAFKA)),
            TestSetups.kafka("events"));

    // When
    EnvironmentFailure failure =
        catchThrowableOfType(EnvironmentFailure.class, () -> start(setup).close());

    // Then
    Trouble told = failure.troubles().getFirst();
    assertThat(told.subject()).isEqualTo("orders");
    assertThat(told.fix())
        .startsWith("orders → events: a connection was cut off, because orders speaks TLS" + FIX);
  }

  @ParameterizedTest
  @CsvSource({"SSL, TLS", "SASL_PLAINTEXT, SASL"})
  void aClientThatIsCutOffWhileTheEnvironmentRunsIsTold(String setting, String protocol)
      throws Exception {
    // Given
    Setup setup =
        TestSetups.of(
            workspace,
            List.of(TestSetups.files(workspace, "orders", KAFKA)),
            TestSetups.kafka("events"));
    try (Environment environment = start(setup)) {
      int port =
          environment
              .brokerLink(new LinkName("orders", "events"))
              .orElseThrow()
              .address()
              .getPort();
      assertThat(environment.refusals()).isEmpty();

      // When
      try (var _ =
          Admin.create(
              Map.of(
                  "bootstrap.servers",
                  "127.0.0.1:" + port,
                  "security.protocol",
                  setting,
                  "sasl.mechanism",
                  "PLAIN",
                  "sasl.jaas.config",
                  "org.apache.kafka.common.security.plain.PlainLoginModule required username=a"
                      + " password=b;"))) {
        Await.until(() -> !environment.refusals().isEmpty());
      }

      // Then
      assertThat(environment.refusals().getFirst())
          .startsWith("orders → events: ")
          .endsWith(" cut off, because orders speaks " + protocol + FIX);
    }
  }

  private static Environment start(Setup setup) throws Exception {
    return new EnvironmentStarter(Home.at(home), TestParts.distribution(), _ -> {})
        .start(setup, new StartOptions(1));
  }
}
