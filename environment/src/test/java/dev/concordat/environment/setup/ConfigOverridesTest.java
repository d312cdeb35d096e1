package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// concordat.yaml over detection, key by key.
class ConfigOverridesTest {
  @TempDir Path root;

  private Folder folder;

  @BeforeEach
  void aWorkspaceWithTwoSystemsAndADatabase() {
    folder =
        new Folder(root)
            .withMaven("orders")
            .withMaven("payments")
            .with(
                "compose.yaml",
                """
                services:
                  orders:
                    build: ./orders
                    environment:
                      PORT: "8080"
                      MODE: fast
                      PAYMENTS_URL: http://payments:8080/v1
                      DATABASE_URL: jdbc:postgresql://db:5432/orders
                      DATABASE_USER: shop
                  payments:
                    build: ./payments
                  db:
                    image: postgres:15
                    environment: {POSTGRES_DB: orders, POSTGRES_USER: shop}
                """)
            .with("orders/db/migration/V1__first.sql", "select 1;")
            .with("orders/sql/a.sql", "select 2;");
  }

  private SystemSpec orders(String keys) {
    return folder.with("concordat.yaml", "systems:\n  orders:\n" + keys.indent(4)).system("orders");
  }

  @Test
  void theOwnerThatIsWrittenWins() {
    folder.with("CODEOWNERS", "* @acme/everyone");

    assertThat(orders("owner: team-checkout").owner())
        .isEqualTo(new Owner("team-checkout", "concordat.yaml:3 owner"));
  }

  @Test
  void whatIsNotWrittenStaysAsDetected() {
    SystemSpec orders = orders("ready: GET /up");

    assertThat(orders.ready()).isEqualTo(new ReadyCheck.Http("/up"));
    assertThat(orders.launch().command()).containsExactly("java", "-jar", "target/orders-1.2.jar");
    assertThat(orders.variables()).containsEntry("MODE", "fast").containsEntry("PORT", "{port}");
  }

  @Test
  void aCommandIsSplitIntoWordsWithoutAShell() {
    SystemSpec orders = orders("run: ./bin/start --name \"two words\"");

    assertThat(orders.launch().command()).containsExactly("./bin/start", "--name", "two words");
    assertThat(orders.launch().requires()).isEmpty();
  }

  @Test
  void aProgramOnThePathIsRequired() {
    assertThat(orders("run: python3 main.py").launch().requires()).contains("python3");
  }

  @Test
  void thePortVariableReplacesTheDetectedOne() {
    assertThat(orders("port: LISTEN_PORT").variables())
        .containsEntry("LISTEN_PORT", "{port}")
        .doesNotContainKey("PORT");
  }

  @Test
  void aLinkKeepsItsTemplateWhenOnlyItsContractIsWritten() {
    folder.with("orders/needs.json", "{}");

    assertThat(orders("consumes: {payments: {contract: needs.json}}").consumes())
        .containsExactly(
            new Consumption(
                "payments",
                "PAYMENTS_URL",
                "http://{host}:{port}/v1",
                Optional.of(root.resolve("orders/needs.json"))));
  }

  @Test
  void promisesAboutTheMessagesOfABrokerAreReadWithTheirLines() {
    orders("needs: {events: {part: kafka, promises: {duplicates: once, order: any}}}");

    Setup setup = folder.read();

    assertThat(setup.promises())
        .extracting(it -> it.consumer() + " " + it.provider() + " " + it.key() + " " + it.value())
        .containsExactly("orders events duplicates once", "orders events order any");
  }

  @Test
  void promisesOfALinkAndBudgetsAreReadWithTheirLines() {
    orders("consumes: {payments: {promises: {timeout: 2s, retries: 3, jitter: true}}}");

    Setup setup = folder.read();

    assertThat(setup.promises())
        .extracting(it -> it.consumer() + " " + it.provider() + " " + it.key() + " " + it.value())
        .containsExactly(
            "orders payments timeout 2s",
            "orders payments retries 3",
            "orders payments jitter true");
    assertThat(setup.promises().getFirst().line()).contains("promises: {timeout: 2s");
    assertThat(setup.problems()).isEmpty();
    orders("budgets: {placeOrder: p95 < 150ms}");
    assertThat(folder.read().budgets())
        .extracting(it -> it.system() + " " + it.operation() + " " + it.value())
        .containsExactly("orders placeOrder p95 < 150ms");
  }

  @Test
  void acceptedChangesOfValuesAreReadOneForEachTransformation() {
    Setup setup =
        folder
            .with(
                "concordat.yaml",
                """
                accepted:
                  orders-db.orders /note:
                    {transformation: [trimmed, text-cut], owner: team-a, reason: labels are short}
                """)
            .read();

    assertThat(setup.accepted())
        .extracting(it -> it.path() + ": " + it.transformation() + " " + it.owner())
        .containsExactly(
            "orders-db.orders /note: trimmed team-a", "orders-db.orders /note: text-cut team-a");
  }

  @Test
  void aPromiseOrBudgetThatCannotBeReadIsAProblem() {
    orders("{consumes: {payments: {promises: {timeout: soon}}}, budgets: {place: fast}}");

    assertThat(folder.read().problems())
        .extracting(Problem::message)
        .contains("`timeout` is `soon`", "`place` is `fast`");
  }

  @Test
  void aDetectedLinkCanBeLeftOut() {
    assertThat(orders("consumes: {payments: ~}").consumes()).isEmpty();
  }

  @Test
  void aDetectedSystemCanBeLeftOut() {
    Setup setup = folder.with("concordat.yaml", "systems:\n  payments: ~\n").read();

    assertThat(setup.systems()).extracting(SystemSpec::name).containsExactly("orders");
  }

  @Test
  void aPartCanBeGivenAnotherVersionAndOtherMigrations() {
    SystemSpec orders = orders("needs: {db: {part: postgres@17, migrations: sql}}");

    PartSpec db = folder.read().part("db").orElseThrow();
    assertThat(db.version()).isEqualTo("17");
    assertThat(db.migrations()).containsExactly(root.resolve("orders/sql/a.sql"));
    assertThat(orders.needs()).extracting(PartNeed::variable).contains("DATABASE_URL");
  }

  @Test
  void aPartUnderAnotherNameIsTheOneItsVariableLeadsTo() {
    SystemSpec orders = orders("needs: {main-db: {part: postgres, env: DATABASE_URL}}");

    assertThat(orders.needs())
        .containsExactlyInAnyOrder(
            new PartNeed("main-db", "DATABASE_URL", "jdbc:postgresql://{host}:{port}/{database}"),
            new PartNeed("main-db", "DATABASE_USER", "{user}"));
    assertThat(folder.read().parts())
        .extracting(PartSpec::name, PartSpec::version, PartSpec::database)
        .containsExactly(tuple("main-db", "15", "orders"));
  }

  @Test
  void aPartThatNothingTellsOfIsMadeFromWhatIsWritten() {
    SystemSpec payments =
        folder
            .with(
                "concordat.yaml",
                "systems: {payments: {needs: {events: {part: kafka, env: BROKERS}}}}")
            .system("payments");

    assertThat(payments.needs())
        .containsExactly(new PartNeed("events", "BROKERS", "{host}:{port}"));
    assertThat(folder.read().part("events")).isPresent();
  }

  @Test
  void aSystemThatNothingTellsOfIsMadeFromWhatIsWritten() {
    SystemSpec web =
        folder
            .with("site/openapi.yaml", "openapi: 3.1.0\n")
            .with(
                "concordat.yaml",
                """
                systems:
                  web:
                    folder: site
                    run: ./serve
                    port: WEB_PORT
                    build: {run: make, product: serve}
                """)
            .system("web");

    assertThat(web.folder()).isEqualTo(root.resolve("site"));
    assertThat(web.provides()).containsExactly(root.resolve("site/openapi.yaml"));
    assertThat(web.launch().build().orElseThrow().product()).isEqualTo(root.resolve("site/serve"));
    assertThat(web.variables()).containsEntry("WEB_PORT", "{port}");
  }

  @Test
  void variablesAreAddedAndLeftOut() {
    assertThat(orders("variables: {MODE: ~, LEVEL: 3}").variables())
        .containsEntry("LEVEL", "3")
        .doesNotContainKey("MODE");
  }

  @Test
  void flowsCanBeNamed() {
    Setup setup =
        folder
            .with("flows/a.flow.yaml", "flow: a")
            .with("other/b.flow.yaml", "flow: b")
            .with("concordat.yaml", "flows: flows\n")
            .read();

    assertThat(setup.flows()).isEqualTo(List.of(root.resolve("flows/a.flow.yaml")));
  }

  @Test
  void howASystemIsSpokenWithAndWhomItMayCallIsRead() {
    folder.with("orders/own.pem", "");

    SystemSpec orders = orders("tls: own.pem\noutside: [api.Example.com, 'pay.example:443']");

    assertThat(orders.reach())
        .isEqualTo(
            new Reach(
                Optional.of(root.resolve("orders/own.pem")),
                List.of("api.example.com", "pay.example:443")));
    assertThat(orders("outside: allow").reach().outside()).containsExactly(Reach.ANYBODY);
    assertThat(folder.read().problems()).isEmpty();
  }

  @Test
  void aSystemThatIsCalledByItsHostIsALinkWithoutAVariable() {
    SystemSpec orders =
        orders("consumes: {payments: {hosts: [payments.internal, 'Pay.internal:8080']}}");

    assertThat(orders.consumes())
        .contains(
            Consumption.byHosts(
                "payments", Optional.empty(), List.of("payments.internal", "pay.internal:8080")));
    assertThat(orders.callsByHosts()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://pay.internal/v1   | write it without scheme and path: pay.internal
          https://pay.internal:84/ | write it without scheme and path: pay.internal:84
          pay.internal/charges?a=1 | write it without scheme and path: pay.internal
          pay.internal:99999       | write it without scheme and path: payments.internal, or payments.internal:8080
          pay ments                | write it without scheme and path: payments.internal, or payments.internal:8080
          [::1]                    | write it without scheme and path: payments.internal, or payments.internal:8080
          *.internal               | there are no patterns: list each host by its name
          """)
  void whatIsNoHostIsTold(String written, String fix) {
    orders("consumes: {payments: {hosts: '" + written + "'}}");

    assertThat(folder.read().problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo("config/wrong-value");
              assertThat(problem.message())
                  .isEqualTo("`" + written + "` is not the name of a host");
              assertThat(problem.fix()).isEqualTo(fix);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "any", "'*'", "true", "[Yes]"})
  void otherWordsForAllHostsThanAllowAreTold(String written) {
    SystemSpec orders = orders("outside: " + written);

    assertThat(orders.reach().outside()).isEmpty();
    assertThat(folder.read().problems())
        .extracting(Problem::rule, Problem::fix)
        .contains(tuple("config/wrong-value", "to let all hosts through write `outside: allow`"));
  }

  @Test
  void aHostThatLeadsToTwoSystemsIsTold() {
    orders(
        "consumes: {payments: {hosts: [pay.internal, 'pay.internal:81']},"
            + " refunds: {hosts: ['Pay.internal']}}");

    assertThat(folder.read().problems())
        .extracting(Problem::message, Problem::fix)
        .contains(
            tuple(
                "`Pay.internal` leads to `payments` already",
                "a host leads to one system; name a port (`Pay.internal:8080`) where it is two"));
  }
}
