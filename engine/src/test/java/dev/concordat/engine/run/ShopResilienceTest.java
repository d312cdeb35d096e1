package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.run.FaultCatalogue.Fault;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.run.RunReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The links of the example shop under disturbances: its profiles while it is healthy, and every planted fault of resilience
/// and timing found and laid at the right door. Takes minutes: timeouts are waited for.
@Tag("soak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopResilienceTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root", "..")).toAbsolutePath().normalize();
  private static final long SEED = Long.getLong("shop.seed", 1);

  @TempDir static Path folder;
  private static Environment shop;
  private static RunPlan plan;

  @BeforeAll
  static void start() throws Exception {
    Setup setup = SetupReader.detect(ROOT.resolve("examples/shop"));
    plan =
        Planner.plan(
            setup, PlanOptions.all(SEED).withProofs(Set.of(Proof.RESILIENCE, Proof.TIMING)));
    shop =
        new EnvironmentStarter(
                Home.at(Path.of(System.getProperty("shop.home", folder.toString()))),
                new Distribution(Path.of(System.getProperty("concordat.parts"))),
                _ -> {})
            .start(setup, new StartOptions(SEED));
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
    RunReport report = Engine.run(shop, plan, _ -> {});

    // Then
    assertThat(report.incidents()).extracting(ShopResilienceTest::attribution).isEmpty();
    assertThat(report.troubles()).isEmpty();
    Map<String, String> timeouts = new LinkedHashMap<>();
    report
        .measures()
        .profiles()
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
  void findsEachFaultAloneByItsRule() throws Exception {
    // Given
    List<Fault> faults =
        FaultCatalogue.read(ROOT.resolve("docs/shop-faults.md")).stream()
            .filter(fault -> isOurs(fault.rule()))
            .toList();
    Map<String, Set<String>> wrong = new LinkedHashMap<>();

    for (Fault fault : faults) {
      // When
      shop.restart(fault.system(), Map.of("SHOP_FAULTS", fault.id()));
      RunReport report = Engine.run(shop, plan, _ -> {});
      shop.restart(fault.system(), Map.of("SHOP_FAULTS", ""));

      // Then
      Set<String> found = new LinkedHashSet<>();
      report.incidents().forEach(incident -> found.add(attribution(incident)));
      String wanted = fault.rule() + " " + fault.system() + " " + fault.owner();
      if (!found.equals(Set.of(wanted))) {
        wrong.put(fault.id(), found);
      }
    }
    assertThat(faults).hasSizeGreaterThanOrEqualTo(6);
    assertThat(wrong).isEmpty();
  }

  private static boolean isOurs(String rule) {
    return rule.startsWith("resilience/") || rule.startsWith("timing/");
  }

  private static String rounded(Reading reading) {
    return reading instanceof Reading.Time(var value)
        ? Math.round(value.toMillis() / 1000.0) + " s"
        : reading.text();
  }

  private static String attribution(Incident incident) {
    return incident.main().rule().id()
        + " "
        + incident.main().system()
        + " "
        + incident.owner().team();
  }
}
