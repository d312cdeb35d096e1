package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.engine.run.FaultCatalogue.Fault;
import dev.concordat.engine.store.RunStore;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/// The example shop: silent while it is healthy, and every planted fault found and laid at the right door.
///
/// `-Dshop.faults=id,id` looks only at these; `-Dshop.seed=N` runs with another seed.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class ShopFaultsTest {
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
    plan = Planner.plan(setup, PlanOptions.all(SEED));
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
  void nothingIsWrongWithTheFlowsAndContracts() {
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  @Order(2)
  void findsNothingInTheHealthyShop() {
    // When
    RunReport report = run("healthy");

    // Then
    assertThat(report.incidents()).extracting(ShopFaultsTest::line).isEmpty();
    assertThat(report.troubles()).isEmpty();
    assertThat(report.notes()).isEmpty();
    assertThat(report.count(Outcome.HELD)).isGreaterThan(200);
  }

  @Test
  @Order(3)
  @Tag("soak")
  void findsEachFaultAloneByItsRuleAndNothingElse() throws Exception {
    // Given
    var wrong = new LinkedHashMap<String, List<String>>();

    for (Fault fault : chosen()) {
      // When
      shop.restart(fault.system(), Map.of(VARIABLE, fault.id()));
      RunReport report = run(fault.id());
      shop.restart(fault.system(), Map.of(VARIABLE, ""));

      // Then
      List<String> found = report.incidents().stream().map(ShopFaultsTest::attribution).toList();
      boolean isFound = fault.isForLater() ? found.isEmpty() : found.contains(attribution(fault));
      if (!isFound || !attributions(fault).containsAll(found)) {
        wrong.put(fault.id(), found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Order(4)
  void findsMostFaultsWhenAllAreOnAndAttributesThemRightly() throws Exception {
    // Given
    for (SystemSpec system : shop.setup().systems()) {
      shop.restart(system.name(), Map.of(VARIABLE, "all"));
    }

    // When
    RunReport report = run("all");

    // Then
    Set<String> found = new HashSet<>();
    report.incidents().forEach(incident -> found.add(attribution(incident)));
    List<Fault> now = faults.stream().filter(fault -> !fault.isForLater()).toList();
    List<Fault> seen = now.stream().filter(it -> found.contains(attribution(it))).toList();
    now.stream()
        .filter(fault -> !seen.contains(fault))
        .forEach(fault -> print("  not seen with all on: " + fault.id()));
    print(seen.size() + " of " + now.size() + " kinds of fault seen with all on");
    assertThat(seen).hasSizeGreaterThanOrEqualTo(16);
    Set<String> known = new HashSet<>();
    now.forEach(fault -> known.addAll(attributions(fault)));
    assertThat(known).containsAll(found);
  }

  @Test
  @Order(5)
  void replaysTheCaseOfAnIncidentAloneUntilItIsMended() throws Exception {
    // Given
    for (SystemSpec system : shop.setup().systems()) {
      shop.restart(system.name(), Map.of(VARIABLE, ""));
    }
    shop.restart("payments", Map.of(VARIABLE, "payments-legacy-error"));
    RunPlan conform =
        Planner.plan(
            shop.setup(),
            PlanOptions.all(SEED).withPaths(List.of(ROOT.resolve("examples/shop/payments"))));
    RunReport report = Engine.run(shop, conform, _ -> {});
    var store = new RunStore(folder.resolve("stored"));
    store.save(report, conform);
    String id = report.incidents().getFirst().id();

    // When
    Replay replay = Replay.of(store, id.substring(0, 4)).getFirst();
    RunPlan single = replay.plan(shop.setup()).orElseThrow();
    Replay.Outcome broken = replay.run(shop, single, OtherVersions.NONE, _ -> {});
    shop.restart("payments", Map.of(VARIABLE, ""));
    Replay.Outcome mended = replay.run(shop, single, OtherVersions.NONE, _ -> {});

    // Then
    assertThat(single.cases()).hasSize(1);
    assertThat(broken.isStillBroken()).isTrue();
    assertThat(mended.isStillBroken()).isFalse();
  }

  private static List<Fault> chosen() {
    List<String> only =
        Arrays.stream(System.getProperty("shop.faults", "").split(","))
            .filter(id -> !id.isBlank())
            .toList();
    return faults.stream().filter(it -> only.isEmpty() || only.contains(it.id())).toList();
  }

  private static RunReport run(String name) {
    RunReport report = Engine.run(shop, plan, _ -> {});
    print(
        "%-36s %d incidents, %d held, %d broke, %d skipped, %.1f s"
            .formatted(
                name,
                report.incidents().size(),
                report.count(Outcome.HELD),
                report.count(Outcome.BROKE),
                report.count(Outcome.SKIPPED),
                report.duration().toMillis() / 1000.0));
    report.incidents().forEach(incident -> print("    " + line(incident)));
    report.troubles().forEach(trouble -> print("    trouble: " + trouble));
    report.notes().forEach(note -> print("    note: " + note));
    if (Boolean.getBoolean("shop.times")) {
      report.cases().stream()
          .filter(it -> it.duration().toMillis() > 150)
          .forEach(it -> print("    " + it.duration().toMillis() + " ms " + it.id()));
    }
    if (Boolean.getBoolean("shop.steps")) {
      report.cases().stream()
          .filter(it -> it.outcome() == Outcome.BROKE && it.kind() == CaseResult.Kind.FLOW)
          .forEach(it -> print("    " + it.id() + " " + it.steps()));
    }
    return report;
  }

  private static String line(Incident incident) {
    Finding main = incident.main();
    List<String> parts = new ArrayList<>();
    parts.add(incident.id() + " " + attribution(incident));
    parts.add(main.operation() + " " + main.pointer());
    parts.add(main.message());
    parts.add(incident.cases() + " cases, main " + main.caseId());
    parts.add(incident.symptoms().size() + " symptoms");
    return String.join(" | ", parts);
  }

  private static String attribution(Incident incident) {
    return incident.main().rule().id()
        + " "
        + incident.main().system()
        + " "
        + incident.owner().team();
  }

  private static String attribution(Fault fault) {
    return attributions(fault).getFirst();
  }

  /// The one that must be found, then those that may be found beside it.
  private static List<String> attributions(Fault fault) {
    return fault.rules().stream()
        .map(rule -> rule + " " + fault.system() + " " + fault.owner())
        .toList();
  }

  /// The table is what a person who tunes the rules reads; surefire keeps it with the test's report.
  @SuppressWarnings("SystemOut")
  private static void print(String line) {
    System.out.println(line);
  }
}
