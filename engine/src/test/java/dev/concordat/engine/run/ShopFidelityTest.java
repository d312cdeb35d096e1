package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.run.RunReport;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The values of the example shop followed through its services, its broker and its databases: nothing while it is healthy,
/// whatever the seed, and every planted fault of fidelity found and laid at the right door, alone and with all others.
///
/// `-Dshop.seeds=N` runs with so many seeds; `-Dshop.seed=N` begins with another one.
@Tag("soak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopFidelityTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root", "..")).toAbsolutePath().normalize();
  private static final long SEED = Long.getLong("shop.seed", 1);
  private static final int SEEDS = Integer.getInteger("shop.seeds", 3);
  private static final String VARIABLE = "SHOP_FAULTS";
  private static final String ROUNDED = "fidelity/rounded orders team-checkout";

  @TempDir static Path folder;
  private static Environment shop;
  private static Setup setup;

  @BeforeAll
  static void start() throws Exception {
    setup = SetupReader.detect(ROOT.resolve("examples/shop"));
    shop = Shop.start(setup, folder, SEED);
  }

  @AfterAll
  static void stop() {
    if (shop != null) {
      shop.close();
    }
  }

  @Test
  @Order(1)
  void findsNothingInTheHealthyShopWhateverTheSeed() {
    for (int i = 0; i < SEEDS; i++) {
      // When
      RunReport report = run("healthy, seed " + (SEED + i), plan(SEED + i));

      // Then
      assertThat(attributions(report)).isEmpty();
      assertThat(report.troubles()).isEmpty();
      assertThat(report.notes()).isEmpty();
      assertThat(report.measures().values().hops())
          .extracting(hop -> hop.from().text() + " → " + hop.to().text())
          .contains(
              "orders.placeOrder request /customer/loyaltyNumber → orders-db.orders row /loyalty_number",
              "orders-db.orders row /customer_name → kafka.orders.confirmed message /customer/name",
              "storefront.checkout request /name → orders.placeOrder request /customer/name");
    }
  }

  @Test
  @Order(2)
  void findsTheNumberThatGoesThroughADoubleAndNothingElse() throws Exception {
    // Given
    shop.restart("orders", Map.of(VARIABLE, "orders-loyalty-number-double"));

    // When
    RunReport report = run("orders-loyalty-number-double", plan(SEED));
    shop.restart("orders", Map.of(VARIABLE, ""));

    // Then
    assertThat(report.incidents())
        .extracting(ShopFidelityTest::attribution)
        .containsExactly(ROUNDED);
    assertThat(report.incidents().getFirst().main().message())
        .contains("9007199254740993", "9007199254740992", "loyaltyNumber");
  }

  @Test
  @Order(3)
  void findsItAmongAllOtherFaultsAsOneIncident() throws Exception {
    // Given
    for (SystemSpec system : setup.systems()) {
      shop.restart(system.name(), Map.of(VARIABLE, "all"));
    }

    // When
    RunReport report = run("all", plan(SEED));

    // Then
    assertThat(report.incidents())
        .extracting(ShopFidelityTest::attribution)
        .filteredOn(ROUNDED::equals)
        .hasSize(1);
  }

  private static RunPlan plan(long seed) {
    return Planner.plan(setup, PlanOptions.all(seed).withProofs(Set.of(Proof.FIDELITY)));
  }

  private static Set<String> attributions(RunReport report) {
    return report.incidents().stream()
        .map(ShopFidelityTest::attribution)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String attribution(Incident incident) {
    return incident.main().rule().id()
        + " "
        + incident.main().system()
        + " "
        + incident.owner().team();
  }

  /// The table is what a person who tunes the rules reads; surefire keeps it with the test's report.
  @SuppressWarnings("SystemOut")
  private static RunReport run(String name, RunPlan plan) {
    RunReport report = Engine.run(shop, plan, _ -> {});
    System.out.printf(
        Locale.ROOT,
        "%-30s %d incidents, %d steps of values, %.1f s%n",
        name,
        report.incidents().size(),
        report.measures().values().hops().size(),
        report.duration().toMillis() / 1000.0);
    for (Incident incident : report.incidents()) {
      System.out.println(
          "    "
              + attribution(incident)
              + " | "
              + incident.main().operation()
              + " | "
              + incident.main().message());
    }
    if (Boolean.getBoolean("shop.steps")) {
      report.cases().forEach(it -> System.out.println("    " + it.duration() + " " + it.steps()));
      report.measures().values().hops().forEach(hop -> System.out.println("    " + hop));
    }
    report.troubles().forEach(trouble -> System.out.println("    trouble: " + trouble));
    report.notes().forEach(note -> System.out.println("    note: " + note));
    return report;
  }
}
