package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogDetectionTest {
  private static final String ORDERS =
      """
      kind: Component
      metadata: {name: orders}
      spec:
        owner: team-checkout
        consumesApis: [carrier-api]
      """;

  @TempDir Path root;

  @Test
  void nameTheSystemInAFolder() {
    Setup setup =
        new Folder(root)
            .withMaven("svc-17")
            .with("svc-17/catalog-info.yaml", "kind: Component\nmetadata: {name: invoices}\n")
            .read();

    assertThat(setup.systems()).extracting(SystemSpec::name).containsExactly("invoices");
  }

  @Test
  void tellOfALinkToASystemElsewhereWithItsContract() {
    SystemSpec orders =
        new Folder(root)
            .withMaven("orders")
            .with("orders/src/main/java/A.java", "String carrier = env(\"CARRIER_URL\");")
            .with(
                "catalog-info.yaml",
                ORDERS
                    + """
                    ---
                    kind: Component
                    metadata: {name: carrier}
                    spec: {providesApis: [carrier-api]}
                    ---
                    kind: API
                    metadata: {name: carrier-api}
                    spec: {definition: {$text: ./contracts/carrier.yaml}}
                    """)
            .with("contracts/carrier.yaml", "openapi: 3.1.0\n")
            .system("orders");

    assertThat(orders.consumes())
        .containsExactly(
            new Consumption(
                "carrier",
                "CARRIER_URL",
                "http://{host}:{port}",
                Optional.of(root.resolve("contracts/carrier.yaml"))));
  }

  @Test
  void giveSystemsContractsThatStandElsewhere() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("contracts/o.yaml", "openapi: 3.1.0\n")
            .with("contracts/nobody.yaml", "asyncapi: 3.0.0\n")
            .with(
                "catalog-info.yaml",
                """
                kind: Component
                metadata: {name: orders}
                spec: {providesApis: [orders-api]}
                ---
                kind: API
                metadata: {name: orders-api}
                spec: {definition: {$text: ./contracts/o.yaml}}
                """)
            .read();

    assertThat(setup.system("orders").orElseThrow().provides())
        .containsExactly(root.resolve("contracts/o.yaml"));
    assertThat(Folder.shown(setup.problems()))
        .isEqualTo(
            """
            warning contracts/nobody.yaml:1:1 setup/contract-of-nobody
              no system here provides this AsyncAPI contract
              fix: name it under `provides:` of its system in concordat.yaml
            """);
  }

  @Test
  void aDefinitionThatIsNotThereIsSaid() {
    assertThat(
            new Folder(root)
                .withMaven("orders")
                .with(
                    "catalog-info.yaml",
                    """
                    kind: API
                    metadata: {name: orders-api}
                    spec:
                      definition:
                        $text: ./orders/api.yaml
                    """)
                .problems())
        .isEqualTo(
            """
            warning catalog-info.yaml:5:12 setup/missing-file
              the API definition ./orders/api.yaml does not exist
              fix: correct the path; it is relative to catalog-info.yaml
            """);
  }

  @Test
  void aDefinitionInAnotherLanguageIsNoBrokenYaml() {
    Folder folder =
        new Folder(root)
            .withMaven("orders")
            .with(
                "catalog-info.yaml",
                ORDERS
                    + """
                    ---
                    kind: API
                    metadata: {name: carrier-api}
                    spec: {type: grpc, definition: {$text: ./carrier.proto}}
                    """)
            .with("carrier.proto", "syntax = \"proto3\";\nmessage A { string b = 1; }\n");

    assertThat(folder.problems()).doesNotContain("carrier.proto");
  }

  @Test
  void filesOfAnyShapeAreReadWithoutHarm() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with(
                "compose.yaml",
                "services: {a: 1, b: {build: [x], environment: {A: [1]}, ports: [{}, '1-2:3']}, c: ~}")
            .with("catalog-info.yaml", "[1, {kind: []}]\n---\nkind: API\nmetadata: 3\n")
            .with("orders/package.json", "[]")
            .with("orders/a.json", "{\"consumer\": 1, \"provider\": [], \"interactions\": 3}")
            .with("CODEOWNERS", "@\n*\n\\\n# x\n** **\n" + "**/a/".repeat(150) + " @x\n")
            .with(
                "concordat.yaml",
                "systems: {orders: {needs: [], consumes: 3, build: {}, variables: ~}}\n")
            .read();

    assertThat(setup.systems()).extracting(SystemSpec::name).contains("orders");
    assertThat(setup.problems())
        .filteredOn(problem -> problem.place().file().equals("concordat.yaml"))
        .extracting(problem -> problem.rule(), problem -> problem.message())
        .containsExactly(
            tuple("config/wrong-type", "`needs` is a list"),
            tuple("config/wrong-type", "`consumes` is the text `3`"),
            tuple("config/missing-key", "`build` lacks `run`"),
            tuple("config/wrong-type", "`variables` is empty"));
  }

  @Test
  void oneSystemMayBeTheWholeWorkspace() {
    Setup setup =
        new Folder(root)
            .with("pom.xml", Folder.pom("orders"))
            .with("compose.yaml", "services:\n  app:\n    build: .\n")
            .with("src/main/resources/openapi.yaml", "openapi: 3.1.0\n")
            .read();

    assertThat(setup.systems())
        .extracting(SystemSpec::name, SystemSpec::folder)
        .containsExactly(tuple("app", root));
    assertThat(setup.systems().getFirst().provides()).hasSize(1);
    assertThat(setup.problems()).isEmpty();
  }
}
