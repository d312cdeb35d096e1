package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.run.FaultCatalogue.Fault;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.profile.Profile;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.run.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The links of the example shop under disturbances: its profiles while it is healthy, and every planted fault of resilience
/// and timing found and laid at the right door, alone and together. Takes half an hour: timeouts are waited for.
///
/// `-Dshop.faults=id,id` looks only at these; `-Dshop.seed=N` runs with another seed.
@Tag("soak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopResilienceTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root", "..")).toAbsolutePath().normalize();
  private static final long SEED = Long.getLong("shop.seed", 1);
  private static final String VARIABLE = "SHOP_FAULTS";

  @TempDir static Path folder;
  private static Environment shop;
  private static RunPlan plan;
  private static List<Fault> faults;

  @BeforeAll
  static void start() throws Exception {
    faults = FaultCatalogue.read(ROOT.resolve("docs/shop-faults.md"));
    Setup setup = SetupReader.detect(ROOT.resolve("examples/shop"));
    plan =
        Planner.plan(
            setup, PlanOptions.all(SEED).withProofs(Set.of(Proof.RESILIENCE, Proof.TIMING)));
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
  void theHealthyShopHasTheTimeoutsOfItsSourcesAndNoFindings() {
    // When
    RunReport report = run("healthy");

    // Then
    assertThat(report.incidents()).extracting(ShopResilienceTest::attribution).isEmpty();
    assertThat(report.troubles()).isEmpty();
    Map<String, String> timeouts = new LinkedHashMap<>();
    report.measures().profiles().stream()
        .filter(profile -> !profile.link().provider().equals("kafka"))
        .forEach(
            profile ->
                timeouts.merge(
                    profile.link().consumer(),
                    rounded(profile.reading(Trait.READ_TIMEOUT).orElseThrow()),
                    (one, other) -> one.equals(other) ? one : one + " and " + other));
    assertThat(timeouts).containsEntry("storefront", "3 s").containsEntry("orders", "2 s");
  }

  @Test
  @Order(2)
  void findsEachFaultAloneByItsRuleAndNothingElse() throws Exception {
    // Given
    Map<String, Set<String>> wrong = new LinkedHashMap<>();

    for (Fault fault : chosen()) {
      // When
      shop.restart(fault.system(), Map.of(VARIABLE, fault.id()));
      Set<String> found = attributions(run(fault.id()));
      shop.restart(fault.system(), Map.of(VARIABLE, ""));

      // Then
      if (!found.equals(Set.of(attribution(fault)))) {
        wrong.put(fault.id(), found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Order(3)
  void findsAllFaultsTogetherAndNothingElse() throws Exception {
    // Given
    Map<String, List<String>> bySystem = new TreeMap<>();
    for (Fault fault : chosen()) {
      bySystem.computeIfAbsent(fault.system(), _ -> new ArrayList<>()).add(fault.id());
    }
    for (Map.Entry<String, List<String>> system : bySystem.entrySet()) {
      shop.restart(system.getKey(), Map.of(VARIABLE, String.join(",", system.getValue())));
    }

    // When
    RunReport report = run("together");

    // Then
    assertThat(attributions(report))
        .containsExactlyInAnyOrderElementsOf(
            chosen().stream().map(ShopResilienceTest::attribution).collect(Collectors.toSet()));
  }

  /// The faults that undisturbed single requests do not show, but disturbed links and many runs.
  private static List<Fault> chosen() {
    List<String> only = List.of(System.getProperty("shop.faults", "").split(","));
    return faults.stream()
        .filter(fault -> fault.rules().stream().anyMatch(ShopResilienceTest::isOurs))
        .filter(fault -> only.equals(List.of("")) || only.contains(fault.id()))
        .toList();
  }

  private static boolean isOurs(String rule) {
    return rule.startsWith("resilience/") || rule.startsWith("timing/");
  }

  private static String rounded(Reading reading) {
    return reading instanceof Reading.Time(var value)
        ? Math.round(value.toMillis() / 1000.0) + " s"
        : reading.text();
  }

  private static Set<String> attributions(RunReport report) {
    return report.incidents().stream()
        .map(ShopResilienceTest::attribution)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String attribution(Incident incident) {
    return incident.main().rule().id()
        + " "
        + incident.main().system()
        + " "
        + incident.owner().team();
  }

  private static String attribution(Fault fault) {
    String rule =
        fault.rules().stream().filter(ShopResilienceTest::isOurs).findFirst().orElseThrow();
    return rule + " " + fault.system() + " " + fault.owner();
  }

  /// The table is what a person who tunes the rules reads; surefire keeps it with the test's report.
  @SuppressWarnings("SystemOut")
  private static RunReport run(String name) {
    RunReport report = Engine.run(shop, plan, _ -> {});
    System.out.printf(
        Locale.ROOT,
        "%-30s %d incidents, %d profiles, %.1f s%n",
        name,
        report.incidents().size(),
        report.measures().profiles().size(),
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
    for (Profile profile : report.measures().profiles()) {
      System.out.println(
          "    "
              + profile.link()
              + " | "
              + profile.operation()
              + " | connect "
              + profile.reading(Trait.CONNECT_TIMEOUT).map(Reading::text).orElse("-")
              + " | order "
              + profile.reading(Trait.ORDER).map(Reading::text).orElse("-")
              + " | memory "
              + profile.reading(Trait.MEMORY).map(Reading::text).orElse("-"));
    }
    report.troubles().forEach(trouble -> System.out.println("    trouble: " + trouble));
    return report;
  }
}
