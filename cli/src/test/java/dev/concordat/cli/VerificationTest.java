package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.verification.Verifications;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.server.StandInServer;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `concordat conform` found out is what stand-ins say of their contract.
final class VerificationTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: Motto, version: "1"}
      paths:
        /motto:
          get:
            operationId: motto
            responses:
              "200":
                description: one
                content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}}}}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void contracts() throws IOException {
    Files.writeString(folder.resolve("motto.yaml"), CONTRACT);
    Files.writeString(
        folder.resolve("later.yaml"), CONTRACT.replace("{type: string}", "{type: integer}"));
  }

  private OpenApiContract contract(String file) {
    return (OpenApiContract) new ContractReader(folder).read(folder.resolve(file));
  }

  /// Holds a contract against a provider that keeps the first one.
  private void conform(String file, String... more) throws IOException {
    try (EventLoops loops = EventLoops.portable(1);
        StandInServer provider =
            StandInServer.open(
                List.of(new StandIn(contract("motto.yaml"), StandInSettings.DEFAULT)), 0, loops)) {
      String[] command = {"conform", file, "--url", provider.url(), "--no-fuzz"};
      String[] all = new String[command.length + more.length];
      System.arraycopy(command, 0, all, 0, command.length);
      System.arraycopy(more, 0, all, command.length, more.length);
      new CommandTester(folder.resolve("home"), folder).run(all);
    }
  }

  private Verification known(String file, Path... files) throws IOException {
    var known = new Verifications(folder.resolve("home")).known(List.of(files));
    return new StandIn(contract(file), StandInSettings.DEFAULT, known).verification();
  }

  @Test
  void aProviderThatKeepsItsContractVerifiesIt() throws IOException {
    // Given
    String file = "motto.yaml";

    // When
    conform(file);

    // Then
    assertThat(known(file)).isInstanceOf(Verification.Held.class);
    assertThat(known(file).sentence()).contains("1 of 1 operations");
  }

  @Test
  void aContractOfAnotherMeaningIsNotVerified() throws IOException {
    // Given
    conform("motto.yaml");

    // When
    Verification later = known("later.yaml");

    // Then
    assertThat(later).isEqualTo(new Verification.Never());
  }

  @Test
  void aProviderThatBreaksItsContractIsTold() throws IOException {
    // Given
    String file = "later.yaml";

    // When
    conform(file);

    // Then
    assertThat(known(file)).isInstanceOf(Verification.Broken.class);
    assertThat(known(file).isTrusted()).isFalse();
  }

  @Test
  void aRecordCanBeKeptBesideTheContract() throws IOException {
    // Given
    conform("motto.yaml", "--record-verification", "motto.verified.json");
    try (var kept = Files.list(folder.resolve("home").resolve("verifications"))) {
      for (Path file : kept.toList()) {
        Files.delete(file);
      }
    }

    // When
    Verification known = known("motto.yaml", folder.resolve("motto.verified.json"));

    // Then
    assertThat(known.isTrusted()).isTrue();
  }

  @Test
  void everyAnswerTellsIt() throws IOException {
    // Given
    conform("motto.yaml");
    var known = new Verifications(folder.resolve("home")).known(List.of());
    var standIn = new StandIn(contract("motto.yaml"), StandInSettings.DEFAULT, known);

    // When
    var answer =
        standIn.serve(new HttpRequestMessage("GET", "/motto", List.of(), Bytes.EMPTY)).message();

    // Then
    assertThat(answer.header("Concordat-Stand-In").orElseThrow())
        .contains("; verified=?1; verified-at=\"20")
        .endsWith("; tested=1; operations=1");
  }
}
