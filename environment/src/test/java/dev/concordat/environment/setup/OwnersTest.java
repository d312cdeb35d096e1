package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.setup.owners.Owners;
import dev.concordat.model.owner.Owner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
  @TempDir Path root;

  private Folder orders() {
    return new Folder(root).withMaven("orders");
  }

  private Owner ownerOf(Folder folder) {
    return folder.system("orders").owner();
  }

  private Folder withEverything() {
    return orders()
        .with("CODEOWNERS", "*  @acme/everyone\n/orders/ @acme/code\n")
        .with(
            "catalog-info.yaml",
            """
            kind: Component
            metadata: {name: orders}
            spec:
              owner: group:default/catalog
            """)
        .with(
            "orders/openapi.yaml",
            """
            openapi: 3.1.0
            info: {title: orders, contact: {name: contract}}
            """);
  }

  @Test
  void concordatYamlSpeaksFirst() {
    assertThat(
            ownerOf(
                withEverything().with("concordat.yaml", "systems: {orders: {owner: config}}\n")))
        .isEqualTo(new Owner("config", "concordat.yaml:1 owner"));
  }

  @Test
  void thenTheContract() {
    assertThat(ownerOf(withEverything()))
        .isEqualTo(new Owner("contract", "orders/openapi.yaml:2 info.contact.name"));
  }

  @Test
  void thenTheCatalogue() {
    assertThat(ownerOf(withEverything().with("orders/openapi.yaml", "openapi: 3.1.0\n")))
        .isEqualTo(new Owner("catalog", "catalog-info.yaml:4 spec.owner"));
  }

  @Test
  void thenCodeOwners() {
    assertThat(ownerOf(orders().with("docs/CODEOWNERS", "* @a\n/orders/ @acme/code @b\n")))
        .isEqualTo(new Owner("code", "docs/CODEOWNERS:2 /orders/"));
  }

  @Test
  void andNobodyIsSaidWithTheReason() {
    assertThat(ownerOf(orders()))
        .isEqualTo(
            Owner.unowned("no contract, catalog-info.yaml or CODEOWNERS names an owner of orders"));
  }

  @Test
  void aPatternWithoutOwnersMeansNobody() {
    assertThat(ownerOf(orders().with("CODEOWNERS", "* @a\n/orders/\n")))
        .isEqualTo(Owner.unowned("CODEOWNERS:2 /orders/ says nobody"));
  }

  @Test
  void sourcesThatDisagreeAreNoted() {
    assertThat(withEverything().problems())
        .isEqualTo(
            """
            note orders:1:1 setup/owners-disagree
              orders is owned by contract (orders/openapi.yaml:2 info.contact.name), but also by catalog (catalog-info.yaml:4 spec.owner); the first one is told
              fix: write `owner:` for orders in concordat.yaml to decide it
            """);
  }

  @Test
  void theNearestCodeOwnersFileSpeaks() {
    assertThat(
            ownerOf(
                orders()
                    .with("CODEOWNERS", "* @acme/outer\n")
                    .with("orders/.github/CODEOWNERS", "* @acme/inner\n")))
        .isEqualTo(new Owner("inner", "orders/.github/CODEOWNERS:1 *"));
  }

  /// The examples of GitHub's documentation, "Example of a CODEOWNERS file".
  @ParameterizedTest
  @CsvSource({
    "*,               orders/src/A.java,      true",
    "*.js,            orders/web/app.js,      true",
    "*.js,            orders/web/app.json,    false",
    "/build/logs/,    build/logs/a/b.txt,     true",
    "/build/logs/,    orders/build/logs/b,    false",
    "docs/*,          docs/getting-started.md,true",
    "docs/*,          docs/build-app/x.md,    false",
    "apps/,           orders/apps/x/y,        true",
    "/docs/,          docs/x/y,               true",
    "/docs/,          orders/docs/x,          false",
    "/scripts/,       scripts/a,              true",
    "**/logs,         orders/build/logs/x,    true",
    "**/logs,         logs/x,                 true",
    "/apps/github,    apps/github/x,          true",
    "/apps/github,    apps/githubs,           false",
    "/orders/**/b,    orders/a/c/b,           true",
    "/orders/**/b,    orders/b,               true",
    "a?c.txt,         orders/abc.txt,         true",
  })
  void patternsMatchAsOnGitHub(String pattern, String file, boolean isOwned) {
    Setup setup = orders().with("CODEOWNERS", pattern + " @acme/team\n").with(file, "x").read();

    Owner owner = Owners.of(setup).ofFile(Path.of(file));

    assertThat(owner.team().equals("team")).isEqualTo(isOwned);
  }

  @Test
  void aPatternThatGitHubIgnoresIsNoted() {
    assertThat(orders().with("CODEOWNERS", "!orders/ @a\n").problems())
        .contains("CODEOWNERS:1:1 setup/code-owners-pattern");
  }

  @Test
  void aFileWithoutAnOwnerBelongsToItsSystemsOwner() {
    Setup setup =
        orders()
            .with("concordat.yaml", "systems: {orders: {owner: config}}\n")
            .with("orders/src/A.java", "")
            .read();

    assertThat(Owners.of(setup).ofFile(Path.of("orders/src/A.java")).team()).isEqualTo("config");
  }

  @Test
  void theCatalogueTellsTheOwnerOfASystemThatIsNotHere() {
    Setup setup =
        orders()
            .with(
                "catalog-info.yaml",
                "kind: Component\nmetadata: {name: carrier}\nspec: {owner: team-carrier}\n")
            .read();

    assertThat(Owners.of(setup).ofSystem("carrier").team()).isEqualTo("team-carrier");
  }
}
