package dev.concordat.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class GateTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final Target PRODUCTION = new Target.Environment("production");

  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void given(Consumer<Scene> steps) {
    database.write(
        handle -> {
          steps.accept(new Scene(handle));
          return true;
        });
  }

  private String asked(Target target, List<Exemption> exemptions, String... versions) {
    List<SystemVersion> list =
        List.of(versions).stream()
            .map(text -> new SystemVersion(text.split("@", -1)[0], text.split("@", -1)[1]))
            .toList();
    return GateText.of(Gate.decide(database, new GateQuestion(list, target, exemptions), CLOCK));
  }

  private String toProduction(String... versions) {
    return asked(PRODUCTION, List.of(), versions);
  }

  private static String chargeId() {
    PactContent content =
        PactContent.read(Bytes.utf8(Scene.pact("orders", "payments", "charge"))).orElseThrow();
    return PactContent.id(content.interactions().getFirst());
  }

  @Test
  void aProvedPairIsSafe() {
    // Given
    given(
        scene -> {
          scene.publish("orders", "1", "payments", "charge");
          scene.verify("orders", "1", "payments", "7", true);
          scene.deploy("payments", "7", "production");
          scene.deploy("orders", "1", "production");
        });

    // Then
    assertThat(toProduction("orders@1"))
        .isEqualTo(
            """
            SAFE: orders@1 may go to production

            ✓ payments@7 keeps the contract of orders@1 (2026-11-01 10:00 UTC)
            """);
  }

  @Test
  void aBrokenPairNamesTheWitnessTheOwnerAndSinceWhen() {
    // Given
    given(
        scene -> {
          scene.owner("payments", "team-payments");
          scene.publish("orders", "1", "payments", "charge");
          scene.deploy("orders", "1", "production");
          scene.verify("orders", "1", "payments", "7", true);
          scene.deploy("payments", "7", "production");
          scene.verify(
              "orders",
              "1",
              "payments",
              "8",
              false,
              false,
              Optional.of(
                  "[{\"interactionId\":\""
                      + chargeId()
                      + "\",\"success\":false,\"mismatches\":["
                      + "{\"attribute\":\"body\",\"identifier\":\"$.amount\","
                      + "\"description\":\"Expected '10.10' to be a string\"}]},"
                      + "{\"interactionDescription\":\"refund\",\"success\":false,\"mismatches\":["
                      + "{\"attribute\":\"status\",\"actual\":404,"
                      + "\"description\":\"expected 201 but was 404\"}]}]"));
          scene.verify("orders", "1", "payments", "9", false);
        });

    // Then
    assertThat(toProduction("payments@8").replaceAll("verification \\d+", "verification N"))
        .isEqualTo(
            """
            UNSAFE: payments@8 would break something at production

            ✗ payments@8 breaks the contract of orders@1   owner: team-payments (provider)
                charge: $.amount: Expected '10.10' to be a string
                refund: status: expected 201 but was 404
                since   2026-11-01 10:00 UTC, payments@8 (payments@7 kept it: its change alone breaks it)
                proof   verification N (replay), 2026-11-01 10:00 UTC

            note: payments@8 no longer has 'refund', which orders@1 uses
            """);
    assertThat(toProduction("payments@9"))
        .contains("the verification does not tell what failed")
        .contains("payments@8 (payments@7 kept it");
  }

  @Test
  void aConsumerThatAsksForMoreIsToldThatItsChangeBreaksIt() {
    // Given
    given(
        scene -> {
          scene.owner("orders", "team-orders");
          scene.publish("orders", "1", "payments", "charge");
          scene.verify("orders", "1", "payments", "7", true);
          scene.deploy("payments", "7", "production");
          scene.publish("orders", "2", "payments", "charge refund");
          scene.verify("orders", "2", "payments", "7", false);
        });

    // Then
    assertThat(toProduction("orders@2"))
        .contains("UNSAFE")
        .contains("owner: team-orders (consumer)")
        .contains("a new contract (orders@1 is kept: the consumer's change alone breaks it)");
  }

  @Test
  void missingEvidenceComesWithTheCommandThatMakesIt() {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.publish("orders", "1", "payments", "charge");
          scene.publish("orders", "1", "stock", "reserve");
          scene.version("payments", "7");
          scene.deploy("payments", "7", "production");
        });

    // Then
    assertThat(toProduction("orders@1"))
        .isEqualTo(
            """
            UNKNOWN: evidence is missing to let orders@1 go to production

            ? orders@1 needs stock, and nothing of it is there
                prove   concordat deployed stock --version VERSION --to production
            ? payments@7 never verified the contract of orders@1; nor did any other version
                prove   concordat publish --only payments --version 7

            note: orders@1 is the first of its system there: nothing is replaced
            note: orders becomes a consumer of payments there
            note: orders becomes a consumer of stock there
            """);
    assertThat(toProduction("orders@2"))
        .contains("? nothing was ever published or verified for orders@2")
        .contains("concordat publish --only orders --version 2");
  }

  @Test
  void versionsThatGoTogetherAreJudgedAgainstEachOther() {
    // Given
    given(
        scene -> {
          scene.publish("orders", "2", "payments", "charge refund");
          scene.deploy("payments", "7", "production");
          scene.verify("orders", "2", "payments", "7", false);
          scene.verify("orders", "2", "payments", "8", true);
        });

    // Then
    assertThat(toProduction("orders@2")).startsWith("UNSAFE");
    assertThat(toProduction("orders@2", "payments@8"))
        .startsWith("SAFE: orders@2 and payments@8 may go to production");
  }

  @Test
  void everyInstanceAndReleaseCounts() {
    // Given
    given(
        scene -> {
          scene.publish("orders", "1", "payments", "charge");
          scene.publish("orders", "2", "payments", "charge refund");
          scene.deploy("orders", "1", "production", Optional.of("blue"));
          scene.deploy("orders", "2", "production", Optional.of("green"));
          scene.verify("orders", "1", "payments", "8", true);
          scene.verify("orders", "2", "payments", "8", false);
        });
    assertThat(toProduction("payments@8")).startsWith("UNSAFE");

    // When
    given(scene -> scene.undeploy("orders", "production"));

    // Then
    assertThat(toProduction("payments@8"))
        .startsWith("SAFE")
        .contains("payments@8 has no contract with anything there: nothing needs a proof");
  }

  @Test
  void aMergeMeetsTheHeadsOfTheMainBranches() {
    // Given
    given(
        scene -> {
          scene.mainBranch("payments", "trunk");
          scene.publish("orders", "2", "payments", "charge");
          scene.branch("payments", "7", "trunk");
          scene.branch("payments", "8", "trunk");
          scene.verify("orders", "2", "payments", "7", true);
          scene.verify("orders", "2", "payments", "8", false);
        });
    Target main = new Target.Branch(Optional.empty());

    // Then
    assertThat(asked(main, List.of(), "orders@2"))
        .startsWith("UNSAFE: orders@2 would break something at the main branches");
    assertThat(asked(new Target.Branch(Optional.of("none")), List.of(), "orders@2"))
        .startsWith("UNKNOWN");
  }

  @Test
  void anExemptionCountsUntilItsLastDay() {
    // Given
    given(
        scene -> {
          scene.publish("orders", "1", "payments", "charge");
          scene.deploy("payments", "7", "production");
          scene.verify("orders", "1", "payments", "7", false);
        });
    Exemption today =
        new Exemption("payments", Optional.empty(), "ann", LocalDate.of(2026, 11, 20));
    Exemption over = new Exemption("payments", Optional.of("7"), "bob", LocalDate.of(2026, 11, 19));
    Exemption unused = new Exemption("stock", Optional.empty(), "eve", LocalDate.of(2027, 1, 1));

    // Then
    assertThat(asked(PRODUCTION, List.of(today, unused), "orders@1"))
        .startsWith("SAFE")
        .contains(
            "- payments@7 breaks the contract of orders@1 (exempt: ann answers for it until"
                + " 2026-11-20)")
        .contains("note: the exemption of stock by eve was not needed");
    assertThat(asked(PRODUCTION, List.of(over), "orders@1"))
        .startsWith("UNSAFE")
        .contains("the exemption of payments@7 by bob ended on 2026-11-19 and was not applied");
  }

  @Test
  void aNameThatIsNotThereIsRefusedWithWhatWasMeant() {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.version("orders", "1");
        });

    // Then
    assertThat(asked(new Target.Environment("produktion"), List.of(), "orders@1"))
        .isEqualTo(
            """
            The registry has no environment 'produktion'. It has: production.
            Did you mean 'production'?
            """);
    assertThat(toProduction("order@1")).contains("Did you mean 'orders'?");
  }

  @Test
  void aRegistryWithoutAnythingSaysWhatMakesTheFirst() {
    // When
    String noEnvironment = toProduction("orders@1");
    given(scene -> scene.environment("production"));

    // Then
    assertThat(noEnvironment)
        .isEqualTo(
            """
            The registry has no environment 'production'. It has none yet: 'concordat deployed SYSTEM --to production --create-environment' makes it.
            """);
    assertThat(toProduction("orders@1"))
        .isEqualTo(
            """
            The registry has no system 'orders'. It has none yet: 'concordat publish' tells it of the systems here.
            """);
  }

  @Test
  void jsonSaysTheSame() {
    // Given
    given(
        scene -> {
          scene.publish("orders", "1", "payments", "charge");
          scene.deploy("payments", "7", "production");
        });

    // When
    String json =
        GateJson.of(
                Gate.decide(
                    database,
                    new GateQuestion(
                        List.of(new SystemVersion("orders", "1")), PRODUCTION, List.of()),
                    CLOCK))
            .toString();

    // Then
    assertThat(json)
        .startsWith("{\"verdict\":\"UNKNOWN\",\"summary\":\"UNKNOWN: evidence is missing")
        .contains("\"kind\":\"unproved\"")
        .contains("\"command\":\"concordat publish --only payments --version 7")
        .contains("\"kind\":\"first-deployment\"")
        .endsWith("\"decidedAt\":\"2026-11-20T12:00:00Z\"}");
  }
}
