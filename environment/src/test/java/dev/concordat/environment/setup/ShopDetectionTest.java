package dev.concordat.environment.setup;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.environment.setup.reader.SetupReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example shop, which knows nothing of Concordat, with no configuration at all.
class ShopDetectionTest {
  private static final Path SHOP = ShopCopy.SHOP;

  private final Setup setup = SetupReader.detect(SHOP);

  @Test
  void findsAllFiveSystemsWithTheirOwners() {
    assertThat(setup.systems())
        .extracting(SystemSpec::name, system -> system.owner().team())
        .containsExactlyInAnyOrder(
            tuple("storefront", "team-web"),
            tuple("orders", "team-checkout"),
            tuple("payments", "team-payments"),
            tuple("stock", "team-warehouse"),
            tuple("notifications", "team-notify"));
    assertThat(setup.systems())
        .allSatisfy(system -> assertThat(system.owner().reason()).matches(".+:\\d+ .+"));
  }

  @Test
  void findsHowEachSystemStartsAndWhenItIsReady() {
    assertThat(setup.systems())
        .extracting(
            SystemSpec::name,
            system -> CommandText.line(system.launch().command()),
            SystemSpec::ready)
        .contains(
            tuple("storefront", "node src/main.js", new ReadyCheck.Http("/health")),
            tuple("orders", "java -jar target/orders.jar", new ReadyCheck.Http("/health")));
    assertThat(setup.system("storefront").orElseThrow().launch().requires()).contains("node");
  }

  @Test
  void buildsAllJavaSystemsInOneGo() {
    List<Build> builds =
        setup.systems().stream().flatMap(system -> system.launch().build().stream()).toList();

    assertThat(builds).hasSize(4);
    assertThat(builds).extracting(Build::command).containsOnly(builds.getFirst().command());
    assertThat(builds).extracting(Build::folder).containsOnly(SHOP.toAbsolutePath().normalize());
  }

  @Test
  void findsTheContractsOfEachSystem() {
    assertThat(setup.systems().stream().collect(toMap(SystemSpec::name, this::provides)))
        .containsEntry("storefront", List.of("storefront/openapi.yaml"))
        .containsEntry("orders", List.of("orders/openapi.yaml", "orders/asyncapi.yaml"))
        .containsEntry("payments", List.of("payments/openapi.yaml"))
        .containsEntry("stock", List.of("stock/openapi.yaml"))
        .containsEntry(
            "notifications", List.of("notifications/openapi.json", "notifications/asyncapi.yaml"));
  }

  private List<String> provides(SystemSpec system) {
    return system.provides().stream().map(setup::relative).toList();
  }

  @Test
  void findsEveryLinkWithItsVariableAndItsPact() {
    assertThat(setup.systems())
        .flatExtracting(
            system ->
                system.consumes().stream()
                    .map(
                        one ->
                            system.name()
                                + " → "
                                + one.provider()
                                + " "
                                + one.variable()
                                + "="
                                + one.value()
                                + one.contract().map(file -> " " + setup.relative(file)).orElse(""))
                    .toList())
        .containsExactlyInAnyOrder(
            "storefront → orders ORDERS_URL=http://{host}:{port} storefront/pacts/storefront-orders.json",
            "storefront → stock STOCK_URL=http://{host}:{port}",
            "orders → payments PAYMENTS_URL=http://{host}:{port} orders/pacts/orders-payments.json",
            "orders → stock STOCK_URL=http://{host}:{port}");
  }

  @Test
  void findsThePartsWithTheirMigrationsAndSeeds() {
    assertThat(setup.parts())
        .extracting(PartSpec::name, PartSpec::kind, PartSpec::version, PartSpec::database)
        .containsExactlyInAnyOrder(
            tuple("orders-db", "postgres", "16", "orders"),
            tuple("stock-db", "postgres", "16", "stock"),
            tuple("kafka", "kafka", "4.1.1", ""));
    PartSpec orders = setup.part("orders-db").orElseThrow();
    assertThat(orders.migrations())
        .extracting(file -> file.getFileName().toString().substring(0, 4))
        .containsExactly("V1__", "V2__", "V3__");
    assertThat(orders.seeds())
        .extracting(setup::relative)
        .containsExactly("orders/db/seed/orders.sql");
  }

  @Test
  void tellsEachSystemItsDatabaseAndItsOwnAddress() {
    SystemSpec orders = setup.system("orders").orElseThrow();

    assertThat(orders.needs())
        .containsExactlyInAnyOrder(
            new PartNeed("orders-db", "DATABASE_URL", "jdbc:postgresql://{host}:{port}/{database}"),
            new PartNeed("orders-db", "DATABASE_USER", "{user}"),
            new PartNeed("orders-db", "DATABASE_PASSWORD", "{password}"),
            new PartNeed("kafka", "KAFKA_BOOTSTRAP", "{host}:{port}"));
    assertThat(orders.variables()).containsEntry("PORT", "{port}").containsEntry("HOST", "{host}");
  }

  @Test
  void findsTheStubsThatOrdersTestsAgainst() {
    assertThat(setup.system("orders").orElseThrow().stubs()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void hasNoProblemWithTheShop() {
    assertThat(setup.problems()).isEmpty();
  }

  @Test
  void findsTheSameWithoutTheComposeFile(@TempDir Path copy) throws IOException {
    ShopCopy.to(copy);
    Files.delete(copy.resolve("compose.yaml"));

    Setup plain = SetupReader.detect(copy);

    assertThat(plain.problems()).isEmpty();
    assertThat(links(plain)).isEqualTo(links(setup));
    assertThat(plain.systems())
        .extracting(SystemSpec::name, system -> system.owner().team(), SystemSpec::ready)
        .containsExactlyInAnyOrderElementsOf(
            setup.systems().stream()
                .map(system -> tuple(system.name(), system.owner().team(), system.ready()))
                .toList());
    assertThat(plain.parts())
        .extracting(PartSpec::name, PartSpec::database, part -> part.migrations().size())
        .containsExactlyElementsOf(
            setup.parts().stream()
                .map(part -> tuple(part.name(), part.database(), part.migrations().size()))
                .toList());
  }

  private static Map<String, List<String>> links(Setup setup) {
    return setup.systems().stream()
        .collect(
            toMap(
                SystemSpec::name,
                system ->
                    system.consumes().stream()
                        .map(one -> one.provider() + " " + one.variable() + " " + one.value())
                        .toList()));
  }
}
