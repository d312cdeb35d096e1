package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeDetectionTest {
  @TempDir Path root;

  private Folder compose(String text) {
    return new Folder(root).withMaven("orders").withMaven("payments").with("compose.yaml", text);
  }

  @Test
  void readsEnvironmentListsAndEnvFilesAndDefaults() {
    SystemSpec orders =
        compose(
                """
                services:
                  orders:
                    build: {context: ./orders}
                    env_file: orders.env
                    environment:
                      - PAYMENTS_URL=http://${PAYMENTS_HOST:-payments}:8080
                      - LEVEL=$$5
                  payments: {build: payments}
                """)
            .with("orders.env", "export FROM_FILE=yes\n# a comment\nEMPTY=\n")
            .system("orders");

    assertThat(orders.consumes())
        .containsExactly(
            new Consumption("payments", "PAYMENTS_URL", "http://{host}:{port}", Optional.empty()));
    assertThat(orders.variables()).containsEntry("LEVEL", "$5").containsEntry("FROM_FILE", "yes");
  }

  @Test
  void findsAnAddressThatIsSplitIntoHostAndPort() {
    SystemSpec orders =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment:
                      PAYMENTS_HOST: payments
                      PAYMENTS_PORT: "8080"
                      DB_HOST: db
                      DB_PORT: "5432"
                      DB_NAME: shop
                      DB_USER: me
                      DB_PASSWORD: secret
                  payments: {build: ./payments}
                  db: {image: "bitnami/postgresql:16.4.0", environment: {POSTGRESQL_DATABASE: shop}}
                """)
            .system("orders");

    assertThat(orders.consumes())
        .extracting(Consumption::variable, Consumption::value)
        .containsExactly(tuple("PAYMENTS_HOST", "{host}"), tuple("PAYMENTS_PORT", "{port}"));
    assertThat(orders.needs())
        .extracting(PartNeed::variable, PartNeed::value)
        .containsExactlyInAnyOrder(
            tuple("DB_HOST", "{host}"),
            tuple("DB_PORT", "{port}"),
            tuple("DB_NAME", "{database}"),
            tuple("DB_USER", "{user}"),
            tuple("DB_PASSWORD", "{password}"));
  }

  @Test
  void aServerWithSeveralDatabasesIsOnePartForEach() {
    Setup setup =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment: {DATABASE_URL: "postgresql://u:p@db/orders"}
                  payments:
                    build: ./payments
                    environment: {DATABASE_URL: "jdbc:postgresql://db:5432/payments?user=u&password=p&ssl=false"}
                  db: {image: postgres:16, environment: {POSTGRES_DB: orders}}
                """)
            .read();

    assertThat(setup.parts())
        .extracting(PartSpec::name, PartSpec::database)
        .containsExactly(tuple("db", "orders"), tuple("payments-db", "payments"));
    assertThat(setup.system("payments").orElseThrow().needs())
        .containsExactly(
            new PartNeed(
                "payments-db",
                "DATABASE_URL",
                "jdbc:postgresql://{host}:{port}/{database}?user={user}&password={password}&ssl=false"));
  }

  @Test
  void knowsTheUsualImagesOfKafka() {
    Setup setup =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment: {BROKERS: "one:9092,two:9092", OTHER_BOOTSTRAP_SERVERS: "panda:29092"}
                  one: {image: confluentinc/cp-kafka:7.9.0}
                  two: {image: confluentinc/cp-kafka:7.9.0}
                  panda: {image: docker.redpanda.com/redpandadata/redpanda:v24.2.1}
                """)
            .read();

    assertThat(setup.parts())
        .extracting(PartSpec::name, PartSpec::kind, PartSpec::version)
        .containsExactly(tuple("one", "kafka", "7.9.0"), tuple("panda", "kafka", ""));
    assertThat(setup.system("orders").orElseThrow().needs())
        .extracting(PartNeed::part, PartNeed::value)
        .containsExactly(tuple("one", "{host}:{port}"), tuple("panda", "{host}:{port}"));
  }

  @Test
  void aPartThatCannotBeStartedYetIsSaidAndItsAddressPassedOn() {
    Folder folder =
        compose(
            """
            services:
              orders:
                build: ./orders
                environment:
                  CACHE: redis://cache:6379
              cache: {image: redis:7}
            """);

    assertThat(folder.problems())
        .isEqualTo(
            """
            warning compose.yaml:5:14 setup/unknown-part
              orders needs redis://cache, a kind of part that Concordat cannot start yet; CACHE is passed on as it is
              fix: start it yourself at that address
            """);
    assertThat(folder.system("orders").variables()).containsEntry("CACHE", "redis://cache:6379");
    assertThat(folder.read().facts())
        .contains(
            new Fact(
                "cache",
                "is the image redis:7, which Concordat does not start",
                new Place("compose.yaml", 6, 18, "/services/cache/image"),
                Sureness.CERTAIN));
  }

  @Test
  void aSystemFromAnImageBecomesAStandInFromTheConsumersCopyOfItsContract() {
    SystemSpec orders =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment: {CARRIER_URL: "http://carrier:8080"}
                  carrier: {image: acme/carrier:3}
                """)
            .with("orders/clients/carrier-openapi.yaml", "openapi: 3.0.3\npaths: {}\n")
            .system("orders");

    assertThat(orders.consumes())
        .containsExactly(
            new Consumption(
                "carrier",
                "CARRIER_URL",
                "http://{host}:{port}",
                Optional.of(root.resolve("orders/clients/carrier-openapi.yaml"))));
  }

  @Test
  void aSystemNobodyCanStartIsSaidAndSpokenForByItsContract() {
    Folder folder =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment: {LEGACY_URL: "http://legacy:80"}
                  legacy:
                    build: ./legacy
                """)
            .with("legacy/openapi.yaml", "openapi: 3.0.3\npaths: {}\n");

    assertThat(folder.problems())
        .isEqualTo(
            """
            warning compose.yaml:5:3 setup/cannot-start
              nothing in legacy/ says how legacy is started; where it is called, a stand-in speaks for it
              fix: write `systems: {legacy: {run: COMMAND}}` in concordat.yaml
            """);
    assertThat(folder.system("orders").consumes().getFirst().contract())
        .contains(root.resolve("legacy/openapi.yaml"));
  }

  @Test
  void mergesTheComposeFilesOfSeveralRepositories() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .withMaven("payments")
            .with(
                "orders/docker-compose.yml",
                """
                services:
                  orders: {build: ., environment: {PAYMENTS_URL: "http://payments:8080"}}
                """)
            .with("payments/compose.yaml", "services:\n  payments: {build: .}\n")
            .read();

    assertThat(setup.systems()).extracting(SystemSpec::name).contains("orders", "payments");
    assertThat(setup.system("orders").orElseThrow().consumes())
        .extracting(Consumption::provider)
        .containsExactly("payments");
  }

  @Test
  void aBrokenComposeFileIsAnErrorWithItsLine() {
    Setup setup = compose("services:\n  orders: {build: [\n").read();

    assertThat(setup.hasErrors()).isTrue();
    assertThat(setup.problems().getFirst().place().file()).isEqualTo("compose.yaml");
  }

  @Test
  void takesTheFilesThatTheDatabaseRunsAtItsFirstStart() {
    Setup setup =
        compose(
                """
                services:
                  orders:
                    build: ./orders
                    environment: {DATABASE_URL: "postgresql://db/orders"}
                  db:
                    image: postgres:16
                    volumes:
                      - ./schema:/docker-entrypoint-initdb.d:ro
                      - data:/var/lib/postgresql/data
                """)
            .with("schema/10-indexes.sql", "")
            .with("schema/9-tables.sql", "")
            .with("schema/99-seed.sql", "")
            .read();

    PartSpec db = setup.parts().getFirst();
    assertThat(db.migrations())
        .extracting(setup::relative)
        .containsExactly("schema/9-tables.sql", "schema/10-indexes.sql");
    assertThat(db.seeds()).extracting(setup::relative).containsExactly("schema/99-seed.sql");
  }
}
