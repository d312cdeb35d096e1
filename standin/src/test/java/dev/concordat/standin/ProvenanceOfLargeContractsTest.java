package dev.concordat.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What answers tell of contracts whose meaning takes longer to digest than the contract to read.
class ProvenanceOfLargeContractsTest {
  private static final Verification.Source ONE_THAT_HELD =
      new Verification.Source() {
        @Override
        public boolean mayKnow(int operations) {
          return operations == Provenance.MAX_DIGESTED_OPERATIONS + 1;
        }

        @Override
        public Verification of(String meaning) {
          return new Verification.Held(Instant.EPOCH, "http://localhost", 3, 3);
        }
      };

  private static OpenApiContract contract(int operations) {
    var yaml = new StringBuilder("openapi: 3.0.3\ninfo: {title: Many, version: '1'}\npaths:\n");
    for (int i = 0; i < operations; i++) {
      yaml.append("  /words/")
          .append(i)
          .append(": {get: {responses: {'200': {description: one}}}}\n");
    }
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("many.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String told(StandIn standIn) {
    return standIn
        .serve(new HttpRequestMessage("GET", "/words/0", List.of(), Bytes.EMPTY))
        .message()
        .header("Concordat-Stand-In")
        .orElseThrow();
  }

  @Test
  void theMeaningOfALargeContractIsNotToldWhereNoVerificationIsKnown() {
    // Given
    var standIn =
        new StandIn(contract(Provenance.MAX_DIGESTED_OPERATIONS + 1), StandInSettings.DEFAULT);

    // When
    String told = told(standIn);

    // Then
    assertThat(told).isEqualTo("\"Many\"; version=\"1\"; seed=1; verified=?0");
  }

  @Test
  void theMeaningOfALargeContractIsToldWhereVerificationsAreKnown() {
    // Given
    var standIn =
        new StandIn(
            contract(Provenance.MAX_DIGESTED_OPERATIONS + 1),
            StandInSettings.DEFAULT,
            ONE_THAT_HELD);

    // When
    String told = told(standIn);

    // Then
    assertThat(told).contains("; meaning=\"").contains("; verified=?1;");
  }

  @Test
  void theMeaningIsNotToldWhereAllVerificationsAreOfContractsWithOtherOperations() {
    // Given
    var standIn =
        new StandIn(
            contract(Provenance.MAX_DIGESTED_OPERATIONS + 2),
            StandInSettings.DEFAULT,
            ONE_THAT_HELD);

    // When
    String told = told(standIn);

    // Then
    assertThat(told).isEqualTo("\"Many\"; version=\"1\"; seed=1; verified=?0");
    assertThat(standIn.verification()).isInstanceOf(Verification.Never.class);
  }

  @Test
  void theMeaningOfAnyOtherIsAlwaysTold() {
    // Given
    var standIn =
        new StandIn(contract(Provenance.MAX_DIGESTED_OPERATIONS), StandInSettings.DEFAULT);

    // When
    String told = told(standIn);

    // Then
    assertThat(told).contains("; meaning=\"").endsWith("; verified=?0");
  }
}
