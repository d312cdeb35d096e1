package dev.concordat.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.environment.home.Home;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Memberships;
import dev.concordat.registry.access.ScopeTable;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.signin.OidcSettings;
import dev.concordat.registry.webhook.WebhookSettings;
import dev.concordat.report.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class AssemblyTest {
  @TempDir private Path folder;

  @Test
  void everyRouteOfTheRegistryHasAScope() throws Exception {
    // Given
    var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(nowhere, nowhere, false, Style.PLAIN, 100);
    Path root = Path.of(System.getProperty("concordat.root", ".."));
    Path parts =
        Path.of(
            System.getProperty(
                "concordat.parts", root.resolve("environment/parts/target").toString()));
    Path home = Home.standard(System.getenv(), Path.of(System.getProperty("user.home"))).folder();
    var installation = new Installation(root, parts, home, folder, Map.of());

    // When
    List<Route> routes;
    try (OpenedDatabase opened =
            OpenedDatabase.start(console, installation, folder.resolve("data"), () -> {});
        Assembly assembly =
            Assembly.of(
                opened.database(),
                AccessSettings.TOKENS_ONLY,
                Optional.of(
                    new OidcSettings(
                        URI.create("https://login.example.org"),
                        "concordat",
                        Optional.empty(),
                        OidcSettings.USUAL_SCOPES,
                        OidcSettings.USUAL_GROUPS_CLAIM,
                        new Memberships(List.of(), Set.of()))),
                PublishingRules.STANDARD,
                WebhookSettings.STANDARD,
                Clock.systemUTC(),
                _ -> {})) {
      routes = assembly.routes();
    }

    // Then
    ScopeTable table = ScopeTable.standard();
    Stream<String> without =
        routes.stream()
            .filter(route -> table.of(route).isEmpty())
            .map(route -> route.method() + " " + route.pattern());
    assertThat(without).isEmpty();
    assertThat(routes).hasSizeGreaterThan(100);
  }
}
