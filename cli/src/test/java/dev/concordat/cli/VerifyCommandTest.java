package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.CommandTester.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `concordat verify` with pacts in files and a real provider.
final class VerifyCommandTest {
  static final String PACT =
      """
      {"consumer": {"name": "orders"}, "provider": {"name": "payments"},
       "interactions": [{"description": "a charge that exists",
         "providerStates": [{"name": "charge 1 exists", "params": {"id": 1}}],
         "request": {"method": "GET", "path": "/charges/1"},
         "response": {"status": 200, "headers": {"Content-Type": "application/json"},
           "body": {"id": 1,
             "amount": "10.10"},
         "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}, "$.amount": {"matchers": [{"match": "type"}]}}}}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  private static final String MESSAGE =
      """
      {"consumer": {"name": "mailer"}, "provider": {"name": "payments"},
       "messages": [{"description": "a charge was made", "contents": {"charged": "1"}}],
       "metadata": {"pactSpecification": {"version": "3.0.0"}}}
      """;

  @TempDir private Path folder;
  @TempDir private Path home;
  private ChargesProvider provider;

  @BeforeEach
  void start() throws IOException {
    provider = new ChargesProvider();
    Files.createDirectories(folder.resolve("pacts"));
    Files.writeString(folder.resolve("pacts/orders-payments.json"), PACT);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private Result verify(String... more) {
    return new CommandTester(home, folder)
        .run(
            Stream.concat(Stream.of("verify", "--url", provider.url("/api/")), Stream.of(more))
                .toArray(String[]::new));
  }

  private Result withStates(String... more) {
    return verify(
        Stream.concat(Stream.of("--states-url", provider.url("/states")), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aProviderThatKeepsItsPactsHolds() {
    Result result = withStates("pacts");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("✓ payments keeps 1 pact\n")
        .contains("1 interaction, 1 kept, 0 broken")
        .contains("orders → payments   pacts/orders-payments.json")
        .contains("  ✓ a charge that exists   GET /charges/1 → 200\n");
    assertThat(provider.states)
        .containsExactly(
            "{\"state\":\"charge 1 exists\",\"params\":{\"id\":1},\"action\":\"setup\"}");
  }

  @Test
  void statesAreTornDownWhereThatIsAskedFor() {
    Result result = withStates("pacts", "--states-teardown");

    assertThat(result.exitCode()).isZero();
    assertThat(provider.states).hasSize(2).last().asString().contains("\"action\":\"teardown\"");
  }

  @Test
  void aDifferenceNamesItsPlaceInThePactAndWhatCameInstead() {
    provider.answers("{\"id\": 1, \"amount\": 10.1}");

    Result result = withStates("pacts");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("✗ payments does not keep 1 of 1 pact\n")
        .contains("✗ a charge that exists")
        .contains("given    charge 1 exists")
        .contains("body     $.amount  ")
        .contains("10.1")
        .contains("pacts/orders-payments.json:7");
  }

  @Test
  void jsonJunitAndTheReportSayTheSame() throws IOException {
    provider.answers("{\"id\": 1, \"amount\": 10.1}");

    Result json = withStates("pacts", "--format", "json");
    Result junit = withStates("pacts", "--format", "junit", "--report", "out");

    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.out())
        .contains("\"verdict\": \"findings\"")
        .contains("\"path\": \"$.amount\"")
        .contains("\"line\": 7")
        .contains("/interactions/0/response/body/amount");
    assertThat(junit.exitCode()).isEqualTo(1);
    assertThat(junit.out()).contains("<failure").contains("tests=\"1\" failures=\"1\"");
    assertThat(junit.err()).contains("concordat: wrote ");
    assertThat(folder.resolve("out/junit.xml")).hasContent(junit.out());
    assertThat(Files.readString(folder.resolve("out/verify.json"))).contains("$.amount");
    assertThat(Files.readString(folder.resolve("out/verify.txt"))).startsWith("✗ payments");
  }

  @Test
  void messagesAreAskedForWhereTheyAreMade() throws IOException {
    Files.writeString(folder.resolve("pacts/mailer-payments.json"), MESSAGE);

    Result kept = withStates("pacts", "--messages-url", provider.url("/messages"));
    Result elsewhere =
        withStates("pacts/mailer-payments.json", "--messages-url", provider.url("/api/nothing"));

    assertThat(kept.exitCode()).isZero();
    assertThat(kept.out()).contains("keeps 2 pacts").contains("✓ a charge was made");
    assertThat(elsewhere.exitCode()).isEqualTo(1);
    assertThat(elsewhere.out()).contains("the provider answered 404");
  }

  @Test
  void onlySomeInteractionsAreVerifiedWhereThatIsAskedFor() {
    assertThat(withStates("pacts", "--only", "exists").out()).contains("1 kept");
    assertThat(withStates("pacts", "--only", "another"))
        .satisfies(none -> assertThat(none.exitCode()).isEqualTo(2))
        .satisfies(
            none ->
                assertThat(none.err())
                    .contains("no pact to verify with 'another' in its description."));
  }

  @Nested
  class Failures {
    @Test
    void aStateThatNobodySetsUpIsSaid() {
      Result result = verify("pacts");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("nobody is configured to set up the provider state 'charge 1 exists'");
    }

    @Test
    void aStateThatCannotBeSetUpIsSaid() {
      provider.refusesStates();

      Result result = withStates("pacts");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("State change request failed")
          .contains("the state-change endpoint answered 500");
    }

    @Test
    void aProviderThatIsNotThereIsNoBrokenPact() {
      String address = provider.url("/api");
      provider.close();

      Result result = new CommandTester(home, folder).run("verify", "pacts", "--url", address);

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains("nobody answers at " + address)
          .contains("That says nothing about the pacts");
    }

    @Test
    void whatIsWrittenWrongIsToldWithHowToWriteIt() {
      assertThat(
              List.of(
                  verify("nothing").err(),
                  verify("pacts", "--selector", "mian").err(),
                  verify("pacts", "--selector", "{x").err(),
                  verify("pacts", "--wip-since", "yesterday").err(),
                  verify("pacts", "--publish", "--version", "1").err(),
                  verify("--provider", "payments", "--publish", "--only", "x").err(),
                  verify("--provider", "payments", "--publish").err(),
                  verify().err(),
                  verify("--provider", "payments", "--registry", "http://127.0.0.1:1").err()))
          .satisfiesExactly(
              text -> assertThat(text).contains("there is no file or folder 'nothing'."),
              text -> assertThat(text).contains("'mian' is none; write main, latest, deployed"),
              text -> assertThat(text).contains("'{x' is no JSON object"),
              text -> assertThat(text).contains("'yesterday' is no day; write it like 2026-01-31"),
              text -> assertThat(text).contains("of pacts that the registry gave, not of files"),
              text -> assertThat(text).contains("by --only, says nothing about the whole pact"),
              text -> assertThat(text).contains("which version is this? Say --version"),
              text -> assertThat(text).contains("which provider is at --url? Say --provider NAME"),
              text -> assertThat(text).contains("nobody answers at http://127.0.0.1:1"));
    }

    @Test
    void aFileThatIsNoPactIsRefused() throws IOException {
      Files.writeString(folder.resolve("x.json"), "{\"openapi\": \"3.1.0\"}");

      Result result = verify("x.json");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("x.json is no pact.");
    }
  }
}
