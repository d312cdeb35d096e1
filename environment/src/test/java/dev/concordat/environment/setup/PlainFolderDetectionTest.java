package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Detection where there is no compose file.
class PlainFolderDetectionTest {
  @TempDir Path root;

  @Test
  void matchesAddressesOnThisMachineByPort() {
    SystemSpec orders =
        new Folder(root)
            .withMaven("orders")
            .withMaven("payments")
            .with(
                "orders/.env.example",
                """
                PORT=8081
                CHARGES=http://localhost:8082/charges
                DATABASE_URL=jdbc:postgresql://localhost:5432/orders
                KAFKA_BOOTSTRAP=localhost:9092
                GROUP=orders
                """)
            .with("payments/.env.example", "PORT=8082\n")
            .system("orders");

    assertThat(orders.consumes())
        .containsExactly(
            new Consumption(
                "payments", "CHARGES", "http://{host}:{port}/charges", Optional.empty()));
    assertThat(orders.needs())
        .extracting(PartNeed::part, PartNeed::variable)
        .containsExactly(tuple("kafka", "KAFKA_BOOTSTRAP"), tuple("orders-db", "DATABASE_URL"));
    assertThat(orders.variables()).containsOnlyKeys("PORT", "GROUP");
  }

  @Test
  void matchesVariablesInTheSourceByName() {
    Setup setup =
        new Folder(root)
            .withNode("web")
            .withNode("orders-service")
            .with("web/main.js", "const orders = process.env.ORDERS_URL;\nget('/health');\n")
            .read();

    SystemSpec web = setup.system("web").orElseThrow();
    assertThat(web.consumes())
        .containsExactly(
            new Consumption(
                "orders-service", "ORDERS_URL", "http://{host}:{port}", Optional.empty()));
    assertThat(web.ready()).isEqualTo(new ReadyCheck.Http("/health"));
    assertThat(setup.facts())
        .filteredOn(fact -> fact.subject().equals("web → orders-service"))
        .extracting(fact -> fact.place().shortForm(), Fact::sureness)
        .containsExactly(tuple("web/main.js:1", Sureness.LIKELY));
  }

  @Test
  void readsThePlaceholdersOfSpring() {
    SystemSpec orders =
        new Folder(root)
            .with(
                "orders/pom.xml",
                """
                <project>
                  <artifactId>orders</artifactId><version>1</version>
                  <dependencies><dependency><artifactId>spring-boot-starter-actuator</artifactId></dependency></dependencies>
                  <build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>
                </project>
                """)
            .withMaven("payments")
            .with("payments/.env.example", "PORT=9001")
            .with(
                "orders/src/main/resources/application.yaml",
                """
                payments.url: ${PAYMENTS_URL:http://localhost:9001}
                spring.datasource.url: ${DB_URL:jdbc:postgresql://localhost/shop}
                """)
            .system("orders");

    assertThat(orders.consumes()).extracting(Consumption::provider).containsExactly("payments");
    assertThat(orders.needs()).extracting(PartNeed::part).containsExactly("shop-db");
    assertThat(orders.variables()).containsExactlyEntriesOf(Map.of("SERVER_PORT", "{port}"));
    assertThat(orders.ready()).isEqualTo(new ReadyCheck.Http("/actuator/health"));
    assertThat(orders.launch().command()).containsExactly("java", "-jar", "target/orders-1.jar");
  }

  @Test
  void buildsModulesThroughTheirAggregator() {
    Setup setup =
        new Folder(root)
            .with(
                "pom.xml",
                """
                <project>
                  <artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
                  <modules><module>orders</module><module>common</module></modules>
                </project>
                """)
            .with("common/pom.xml", "<project><artifactId>common</artifactId></project>")
            .withMaven("orders")
            .withMaven("alone")
            .read();

    Build orders = setup.system("orders").orElseThrow().launch().build().orElseThrow();
    Build alone = setup.system("alone").orElseThrow().launch().build().orElseThrow();
    assertThat(setup.system("common")).isEmpty();
    assertThat(CommandText.line(orders.command()))
        .isEqualTo("mvn -q -B -DskipTests package -pl orders -am");
    assertThat(orders.folder()).isEqualTo(root);
    assertThat(orders.sources()).contains(root.resolve("common/pom.xml"));
    assertThat(CommandText.line(alone.command())).isEqualTo("mvn -q -B -DskipTests package");
  }

  @Test
  void findsTheJarsOfShadeAndAssembly() {
    Folder folder =
        new Folder(root)
            .with(
                "a/pom.xml",
                packaged("maven-shade-plugin", "<finalName>${project.artifactId}-all</finalName>"))
            .with("b/pom.xml", packaged("maven-assembly-plugin", ""));

    assertThat(folder.read().systems())
        .extracting(system -> system.launch().command().getLast())
        .containsExactly("target/tool-all.jar", "target/tool-3-jar-with-dependencies.jar");
  }

  private static String packaged(String plugin, String configuration) {
    return """
        <project>
          <parent><version>3</version></parent>
          <artifactId>tool</artifactId>
          <build><plugins><plugin>
            <artifactId>%s</artifactId>
            <configuration>%s<mainClass>Main</mainClass></configuration>
          </plugin></plugins></build>
        </project>
        """
        .formatted(plugin, configuration);
  }

  @Test
  void startsGradleAndNodeProjects() {
    Setup setup =
        new Folder(root)
            .with(
                "a/build.gradle.kts",
                "plugins {\n  id(\"org.springframework.boot\") version \"3\"\n}\nversion = \"1.0\"\n")
            .with(
                "b/package.json", "{\"main\": \"lib/index.js\", \"dependencies\": {\"x\": \"1\"}}")
            .with("b/lib/index.js", "")
            .with("c/package.json", "{\"scripts\": {\"start\": \"NODE_ENV=x node a.js && true\"}}")
            .with("d/package.json", "{\"name\": \"only-a-library\"}")
            .read();

    assertThat(setup.systems())
        .extracting(SystemSpec::name, system -> CommandText.line(system.launch().command()))
        .containsExactly(
            tuple("a", "java -jar build/libs/a-1.0.jar"),
            tuple("b", "node lib/index.js"),
            tuple("c", "npm start"));
    assertThat(setup.system("b").orElseThrow().launch().build().orElseThrow().command())
        .isEqualTo(List.of("npm", "install"));
  }

  @Test
  void ordersMigrationsAsFlywayDoes() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("orders/.env.example", "DATABASE_URL=jdbc:postgresql://localhost:5432/orders")
            .with("orders/src/main/resources/db/migration/V10__ten.sql", "")
            .with("orders/src/main/resources/db/migration/V2__two.sql", "")
            .with("orders/src/main/resources/db/migration/V2_1__two_one.sql", "")
            .with("orders/src/main/resources/db/migration/R__view.sql", "")
            .with("orders/src/main/resources/db/migration/U2__undo.sql", "")
            .with("orders/db/seed/b.yaml", "")
            .with("orders/db/seed/a.sql", "")
            .read();

    PartSpec part = setup.parts().getFirst();
    assertThat(part.migrations())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("V2__two.sql", "V2_1__two_one.sql", "V10__ten.sql", "R__view.sql");
    assertThat(part.seeds())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.sql", "b.yaml");
  }

  @Test
  void saysWhenMigrationsHaveNoDatabase() {
    assertThat(
            new Folder(root)
                .withMaven("orders")
                .with("orders/db/migration/V1__a.sql", "")
                .problems())
        .isEqualTo(
            """
            warning orders/db/migration/V1__a.sql:1:1 setup/migrations-without-database
              orders has SQL migrations, but no database it needs was found
              fix: write `needs: {orders-db: {part: postgres, env: DATABASE_URL}}` for it in concordat.yaml
            """);
  }

  @Test
  void aPactTellsOfALinkWhoseVariableIsUnknown() {
    assertThat(
            new Folder(root)
                .withMaven("orders")
                .withMaven("payments")
                .with(
                    "orders/pacts/a.json",
                    """
                    {"consumer": {"name": "Orders Service"}, "provider": {"name": "payments"}, "interactions": []}
                    """)
                .problems())
        .isEqualTo(
            """
            warning orders/pacts/a.json:1:1 setup/no-address-variable
              orders calls payments (a Pact file), but no variable that tells it the address was found
              fix: write `consumes: {payments: {env: NAME}}` for orders in concordat.yaml
            """);
  }

  @Test
  void whatToolsMadeIsNotRead() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("orders/target/classes/openapi.yaml", "openapi: 3.1.0")
            .with("orders/node_modules/x/openapi.yaml", "openapi: 3.1.0")
            .with("orders/src/test/resources/openapi.yaml", "openapi: 3.1.0")
            .with("orders/api.yml", "# ours\nopenapi: 3.1.0")
            .read();

    assertThat(setup.systems().getFirst().provides())
        .extracting(setup::relative)
        .containsExactly("orders/api.yml");
  }

  @Test
  void aBrokenContractIsAnErrorAndABrokenFileOfAnotherKindAWarning() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("orders/openapi.yaml", "openapi: 3.1.0\npaths: [\n")
            .with("orders/editor.json", "{\"request\": 1, // a comment\n}")
            .read();

    assertThat(setup.problems())
        .extracting(problem -> problem.place().file(), problem -> problem.isError())
        .containsExactlyInAnyOrder(
            tuple("orders/openapi.yaml", true), tuple("orders/editor.json", false));
  }

  @Test
  void swaggerIsAContract() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("orders/api.yaml", "swagger: '2.0'\ninfo: {title: Orders, version: '1'}\n")
            .read();

    assertThat(setup.problems()).isEmpty();
    assertThat(setup.systems().getFirst().provides())
        .extracting(Object::toString)
        .anyMatch(provided -> provided.contains("orders/api.yaml"));
  }

  @Test
  void aBrokenPomIsAProblemWithItsLine() {
    assertThat(
            new Folder(root)
                .withMaven("orders")
                .with("x/pom.xml", "<project>\n<a></b>\n")
                .problems())
        .isEqualTo(
            """
            error x/pom.xml:2:1 setup/unreadable
              this is not well-formed XML
              fix: mend it; `mvn validate` shows the same
            """);
  }

  @Test
  void aPomCannotReadOtherFiles() {
    Setup setup =
        new Folder(root)
            .with("secret.txt", "hidden")
            .with(
                "x/pom.xml",
                """
                <!DOCTYPE p [<!ENTITY e SYSTEM "../secret.txt">]>
                <project><artifactId>&e;</artifactId></project>
                """)
            .read();

    assertThat(setup.toString()).doesNotContain("hidden");
  }
}
