package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Golden texts: what is wrong with a concordat.yaml, as people see it.
class ConfigProblemsTest {
  @TempDir Path root;

  private String problemsOf(String config) {
    return new Folder(root).withMaven("orders").with("concordat.yaml", config).problems();
  }

  @Test
  void anUnknownKeyIsNamedWithTheOneMeant() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    ownr: team-checkout
                """))
        .isEqualTo(
            """
            error concordat.yaml:3:5 config/unknown-key
              unknown key `ownr` in `orders`
              fix: did you mean `owner`?
            """);
  }

  @Test
  void aKeyLikeNoneListsTheKnownOnes() {
    assertThat(problemsOf("services: {}\n"))
        .isEqualTo(
            """
            error concordat.yaml:1:1 config/unknown-key
              unknown key `services` in the file
              fix: known keys: systems, environments, flows, accepted
            """);
  }

  @Test
  void aValueOfTheWrongTypeSaysWhatItIsAndWhatToWrite() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    provides: {a: openapi.yaml}
                    port: [PORT]
                    owner: ~
                """))
        .isEqualTo(
            """
            error concordat.yaml:3:15 config/wrong-type
              `provides` is an object
              fix: write a text, or a list of texts
            error concordat.yaml:4:11 config/wrong-type
              `port` is a list
              fix: write the name of an environment variable
            error concordat.yaml:5:12 config/wrong-type
              `owner` is empty
              fix: write a text
            """);
  }

  @Test
  void aFixedPortIsRefusedBecauseSystemsRunSideBySide() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    port: 8080
                """))
        .isEqualTo(
            """
            error concordat.yaml:3:11 config/wrong-value
              `port` is `8080`
              fix: write the name of an environment variable
            """);
  }

  @Test
  void aSystemThatIsNotThereIsNamedWithTheOneMeant() {
    assertThat(
            problemsOf(
                """
                systems:
                  ordres:
                    owner: team-checkout
                """))
        .isEqualTo(
            """
            error concordat.yaml:2:3 config/unknown-system
              no system called `ordres` was found
              fix: did you mean `orders`?
            """);
  }

  @Test
  void aLinkToAMisspeltSystemIsAnError() {
    new Folder(root).withMaven("payments");
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    consumes:
                      paymnets: PAYMENTS_URL
                """))
        .isEqualTo(
            """
            error concordat.yaml:4:17 config/unknown-system
              `orders` calls `paymnets`, but there is no such system
              fix: did you mean `payments`?
            """);
  }

  @Test
  void aLinkToASystemElsewhereNeedsAContract() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    consumes:
                      carrier: {env: CARRIER_URL}
                """))
        .isEqualTo(
            """
            warning concordat.yaml:4:16 setup/nobody-answers
              orders calls carrier, which is not here, and no contract says how it answers: its calls will be refused
              fix: write `consumes: {carrier: {contract: FILE}}` for orders in concordat.yaml; a stand-in is made from it
            """);
  }

  @Test
  void aMissingContractFileIsNamedWithTheOneMeant() {
    new Folder(root).with("orders/api/openapi.yaml", "openapi: 3.1.0\n");
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    provides: [api/openapi.yml]
                """))
        .isEqualTo(
            """
            error concordat.yaml:3:16 config/missing-file
              there is no file `api/openapi.yml` in orders/
              fix: did you mean `api/openapi.yaml`?
            """);
  }

  @Test
  void aPartThatCannotBeStartedIsSaid() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    needs:
                      cache: {part: redis@7, env: REDIS_URL}
                      db: {part: postgress@16, env: DATABASE_URL}
                """))
        .isEqualTo(
            """
            error concordat.yaml:4:21 config/unknown-part
              `redis` is not a part that Concordat can start yet
              fix: known parts: postgres, kafka
            error concordat.yaml:5:18 config/unknown-part
              `postgress` is not a part that Concordat can start yet
              fix: did you mean `postgres`?
            """);
  }

  @Test
  void aPartNeedsAVariable() {
    assertThat(
            problemsOf(
                """
                systems:
                  orders:
                    needs:
                      orders-db: {part: postgres@16}
                """))
        .isEqualTo(
            """
            error concordat.yaml:4:18 config/no-variable
              nobody says how `orders` is told the address of `orders-db`
              fix: write `orders-db: {part: postgres, env: NAME_OF_THE_VARIABLE}`
            """);
  }

  @Test
  void whatEnvironmentsCannotDoYetIsAWarning() {
    assertThat(
            problemsOf(
                """
                environments:
                  local: {}
                  staging: {urls: {orders: "https://orders.staging.example"}, only: safe}
                """))
        .isEqualTo(
            """
            warning concordat.yaml:3:13 config/not-supported-yet
              `urls` of the environment `staging` has no effect yet
              fix: everything runs here, and what is not here is a stand-in
            warning concordat.yaml:3:63 config/not-supported-yet
              `only` of the environment `staging` has no effect yet
              fix: everything runs here, and what is not here is a stand-in
            """);
  }

  @Test
  void aFileOutsideTheWorkspaceIsRefused() {
    new Folder(root.resolve("inner"))
        .withMaven("orders")
        .with("concordat.yaml", "systems: {orders: {provides: ../../outside.yaml}}\n");
    new Folder(root).with("outside.yaml", "openapi: 3.1.0\n");
    assertThat(new Folder(root.resolve("inner")).problems())
        .isEqualTo(
            """
            error concordat.yaml:1:30 config/outside-workspace
              `../../outside.yaml` leads out of the workspace
              fix: put the file into the workspace, or start Concordat in a folder above both
            """);
  }

  @Test
  void brokenYamlIsAProblemWithItsPlace() {
    Setup setup =
        new Folder(root)
            .withMaven("orders")
            .with("concordat.yaml", "systems:\n  orders: [\n")
            .read();

    assertThat(setup.hasErrors()).isTrue();
    assertThat(setup.problems().getFirst().place().file()).isEqualTo("concordat.yaml");
  }

  @Test
  void anEmptyFolderSaysWhatToDo() {
    assertThat(new Folder(root).problems())
        .isEqualTo(
            """
            error %s:1:1 setup/nothing-found
              no system was found here: no compose.yaml that builds a service, no catalog-info.yaml, no pom.xml, build.gradle or package.json that starts one
              fix: go to the folder that holds your systems, or describe them in a concordat.yaml
            """
                .formatted(root));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThat(new Folder(root.resolve("nowhere")).problems())
        .contains("setup/unreadable")
        .contains("there is no such file");
  }
}
