package dev.concordat.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root", ".."), "examples/shop")
          .toAbsolutePath()
          .normalize();
  private static final Setup SHOP = SetupReader.detect(ROOT);

  @Test
  void criticalFlowsComeFirstThenOtherFlowsThenContractsThenValues() {
    // When
    List<PlannedCase> cases = Planner.plan(SHOP, PlanOptions.all(1)).cases();

    // Then
    assertThat(cases.getFirst()).isInstanceOf(PlannedCase.OfFlow.class);
    assertThat(((PlannedCase.OfFlow) cases.getFirst()).flow().isCritical()).isTrue();
    assertThat(cases.getLast()).isInstanceOf(PlannedCase.OfFidelity.class);
    assertThat(cases).extracting(PlannedCase::id).doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedGivesTheSameCases() {
    assertThat(ids(PlanOptions.all(7))).isEqualTo(ids(PlanOptions.all(7)));
  }

  @Test
  void pathsTagsAndProofsSelect() {
    // Given
    PlanOptions all = PlanOptions.all(1);

    // Then
    assertThat(ids(all.withPaths(List.of(ROOT.resolve("payments")))))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("payments/") || id.startsWith("fidelity:payments."));
    assertThat(ids(all.withTags(Set.of("critical"))))
        .containsExactly("flow:flows/cancel.flow.yaml#1", "flow:flows/checkout.flow.yaml#1");
    assertThat(ids(all.withProofs(Set.of(Proof.FLOWS)))).allMatch(id -> id.startsWith("flow:"));
  }

  @Test
  void linksTopicsAndBudgetsAreCasesOfTheirProofs() {
    // Given
    PlanOptions all = PlanOptions.all(1);

    // Then
    assertThat(ids(all.withProofs(Set.of(Proof.RESILIENCE))))
        .containsExactly(
            "link:storefront/orders",
            "link:storefront/stock",
            "link:orders/payments",
            "link:orders/stock",
            "messages:notifications/orders.confirmed",
            "messages:notifications/orders.cancelled",
            "poison:notifications/orders.confirmed",
            "poison:notifications/orders.cancelled");
    assertThat(ids(all.withProofs(Set.of(Proof.TIMING))))
        .containsExactlyInAnyOrder(
            "budget:notifications.getMail:p95 < 500ms", "budget:stock.getStock:p95 < 500ms");
  }

  @Test
  void everyOperationThatTakesValuesIsACaseOfFidelity() {
    assertThat(ids(PlanOptions.all(1).withProofs(Set.of(Proof.FIDELITY))))
        .contains("fidelity:orders.placeOrder", "fidelity:stock.putStock")
        .doesNotContain("fidelity:orders.getOrder");
  }

  @Test
  void whatAFlowNamesWronglyIsToldWithItsPlaceAndAGuess(@TempDir Path folder) throws IOException {
    // Given
    Path flow =
        Files.writeString(
            folder.resolve("x.flow.yaml"),
            """
            flow: x
            given: [{sugar in stock: {}}]
            faults:
              - {on: orders -> stok, fault: reset}
              - {on: orders -> stock.createReservaton, fault: reset}
              - {on: orders -> stock, fault: wrong-host}
              - {on: orders -> stock, fault: tombstone}
              - {on: orders -> kafka, fault: {status: 503}}
              - {on: orders -> kafka.orders.confirmed, fault: reset}
              - {on: orders -> orders-db, fault: reset}
              - {on: orders -> kafka, fault: reset}
              - {on: orders -> kafka.orders.confirmed, fault: tombstone}
            steps:
              - call: orders.placeOrdr
              - receive: events.orderConfirmd
              - row: order-db.orders
            """);
    Setup setup =
        new Setup(folder, SHOP.systems(), SHOP.parts(), List.of(flow), List.of(), List.of());

    // When
    RunPlan plan = Planner.plan(setup, PlanOptions.all(1).withProofs(Set.of(Proof.FLOWS)));

    // Then
    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.problems())
        .filteredOn(problem -> problem.rule().startsWith("flow/"))
        .extracting((Problem it) -> it.place().line() + " " + it.message())
        .containsExactly(
            "2 there is no state sugar in stock.",
            "14 there is no operation orders.placeOrdr. Did you mean \"orders.placeOrder\"?",
            "15 there is no message events.orderConfirmd. Did you mean \"events.orderConfirmed\"?",
            "16 there is no database order-db. Did you mean \"orders-db\"?",
            "4 there is no link orders -> stok. Did you mean \"orders -> stock\"?",
            "5 there is no operation stock.createReservaton. Did you mean"
                + " \"stock.createReservation\"?",
            "6 'wrong-host' is a fault of TLS",
            "7 'tombstone' is a fault of Kafka's messages",
            "8 'status' is no fault of a link to a broker",
            "9 'reset' is no fault of one topic's messages",
            "10 there is no link orders -> orders-db.");
  }

  private static List<String> ids(PlanOptions options) {
    return Planner.plan(SHOP, options).cases().stream().map(PlannedCase::id).toList();
  }
}
