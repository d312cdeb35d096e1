package dev.concordat.registry.page;

import static dev.concordat.registry.page.PageServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.access.AccessGuard;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Audit;
import dev.concordat.registry.access.Ownership;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.access.ScopeTable;
import dev.concordat.registry.access.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PageRoutesTest {
  private static final Pattern LINK = Pattern.compile("href=\"(/ui[^\"]*)\"");

  /// The only script that a page may have.
  private static final String SCRIPT = "<script src=\"/ui/live.js\" defer></script>";

  private static final Pattern HEADING = Pattern.compile("<h([1-6])");

  private PageServer server;

  @BeforeEach
  void open() throws Exception {
    server = PageServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /// Every page that is reached from the map.
  private Map<String, HttpResponse<String>> reached() throws Exception {
    Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("/ui"));
    while (!open.isEmpty()) {
      String address = open.removeFirst();
      if (pages.containsKey(address)) {
        continue;
      }
      HttpResponse<String> page = server.get(address);
      pages.put(address, page);
      LINK.matcher(page.body())
          .results()
          .map(found -> found.group(1).replace("&amp;", "&"))
          .forEach(open::add);
    }
    return pages;
  }

  @Test
  void theMapSaysOfEveryPairHowItStands() throws Exception {
    server.shop();

    HttpResponse<String> map = server.get("/ui");

    assertThat(map.statusCode()).isEqualTo(200);
    assertThat(words(map))
        .contains("5 pairs: 1 broken, 1 unknown, 3 proved.")
        .contains("orders 1.0.0 payments 2.0.0 ✗ broken replayed against the provider")
        .contains(
            "orders 1.0.0 mail ? unknown no version of the provider verified it read it – team-checkout –")
        .contains("web 1.0.0 stock 1.0.0 ✓ proved");
    assertThat(map.body()).contains("<svg").contains("orders → payments: broken");
  }

  @Test
  void theMapIsFilteredByTeamAndByEnvironment() throws Exception {
    server.shop();

    assertThat(words(server.get("/ui?team=team-money")))
        .contains("2 pairs: 1 broken, 0 unknown, 1 proved.");
    assertThat(words(server.get("/ui?environment=production")))
        .contains("5 pairs: 0 broken, 2 unknown, 3 proved.");
    assertThat(words(server.get("/ui?environment=test&team=team-checkout")))
        .contains("2 pairs: 1 broken, 1 unknown, 0 proved.");
  }

  @Test
  void thePictureOfTheMapStandsAlone() throws Exception {
    server.shop();

    HttpResponse<String> picture = server.get("/ui/map.svg?environment=test");

    assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    assertThat(picture.body()).startsWith("<svg").contains("<style>").contains("payments");
    assertThat(picture.body()).doesNotContain("stock");
  }

  @Test
  void aSystemHasItsVersionsContractsAndPlaces() throws Exception {
    server.shop();

    String payments = words(server.get("/ui/systems/payments"));
    assertThat(payments)
        .contains("Owner team-money")
        .contains("production 1.0.0 – deployed")
        .contains("orders 1.0.0 ✗ broken replayed against the provider")
        .contains("mail 1.0.0 ✓ proved")
        .contains("2.0.0 main – test");
    assertThat(words(server.get("/ui/systems/web"))).contains("1.0.0 main release production");
  }

  @Test
  void aListThatIsCutSaysSo() throws Exception {
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Scene scene = new Scene(handle);
                  for (int i = 1; i <= 20; i++) {
                    scene.version("web", "1." + i);
                  }
                  return true;
                });
    assertThat(words(server.get("/ui/systems/web"))).doesNotContain("There are more");

    var _ = server.database().write(handle -> new Scene(handle).version("web", "1.21"));

    assertThat(words(server.get("/ui/systems/web")))
        .contains("There are more than these 20.")
        .contains(" 1.21 ")
        .doesNotContain(" 1.1 ");
  }

  @Test
  void anEnvironmentSaysWhatRunsThereAndWhetherItIsProved() throws Exception {
    server.shop();

    assertThat(words(server.get("/ui/environments/test")))
        .contains("2 pairs: 1 broken, 1 unknown, 0 proved.")
        .contains("orders 1.0.0 payments 2.0.0 ✗ broken replayed against the provider")
        .contains("mail – 1.0.0 – released");
    assertThat(words(server.get("/ui/environments/production"))).contains("blue");
  }

  @Test
  void theGateAnswersInItsWordsUnderAnAddressOfItsOwn() throws Exception {
    server.shop();

    HttpResponse<String> unsafe =
        server.get("/ui/gate?system=payments&version=2.0.0&environment=production");
    assertThat(words(unsafe))
        .contains("UNSAFE: payments@2.0.0 would break something at production")
        .contains("payments@2.0.0 breaks the contract of orders@1.0.0.")
        .contains("Expected status 200 but was 410");
    assertThat(words(server.get("/ui/gate?system=stock&version=1.0.0&environment=production")))
        .contains("SAFE: stock@1.0.0 may go to production");
    assertThat(server.get("/ui/gate").statusCode()).isEqualTo(200);
    assertThat(server.get("/ui/gate?system=stock").statusCode()).isEqualTo(400);
    assertThat(server.get("/ui/gate?system=stokc&version=1.0.0&environment=production").body())
        .contains("Did you mean &#39;stock&#39;?");
  }

  @Test
  void everyLinkLeadsToAPageAndEveryPageIsClosed() throws Exception {
    server.shop();

    Map<String, HttpResponse<String>> pages = reached();

    assertThat(pages).hasSizeGreaterThan(12);
    pages.forEach(
        (address, page) -> {
          assertThat(page.statusCode()).describedAs(address).isEqualTo(200);
          assertThat(page.headers().map())
              .describedAs(address)
              .containsEntry("x-frame-options", List.of("DENY"))
              .containsEntry("referrer-policy", List.of("same-origin"))
              .containsEntry("x-content-type-options", List.of("nosniff"));
          String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
          assertThat(policy)
              .startsWith("default-src 'none'")
              .doesNotContain("unsafe-eval", "script-src *")
              .matches(said -> said.contains("script") == page.body().contains(SCRIPT));
        });
    pages.values().stream()
        .filter(page -> page.body().startsWith("<!doctype"))
        .forEach(PageRoutesTest::looksAsItShould);
  }

  private static void looksAsItShould(HttpResponse<String> page) {
    String address = page.uri().toString();
    assertThat(page.headers().firstValue("Cache-Control"))
        .describedAs(address)
        .hasValue("no-store");
    assertThat(page.body().replace(SCRIPT, ""))
        .describedAs(address)
        .contains("<html lang=\"en\">", "<title>", "href=\"#content\"", "<main id=\"content\"")
        .doesNotContain("style=\"", "<script", "onclick");
    List<Integer> levels =
        HEADING.matcher(page.body()).results().map(it -> Integer.valueOf(it.group(1))).toList();
    assertThat(levels.getFirst()).describedAs(address).isEqualTo(1);
    assertThat(levels.subList(1, levels.size())).describedAs(address).allMatch(it -> it == 2);
    assertThat(page.body().split("<table", -1))
        .describedAs(address)
        .hasSameSizeAs(page.body().split("<caption", -1));
  }

  @Test
  void whatClientsWriteIsTextAndNothingElse() throws Exception {
    Hostile.write(server);

    Map<String, HttpResponse<String>> pages = reached();

    assertThat(pages.keySet())
        .anyMatch(address -> address.startsWith("/ui/incidents/"))
        .anyMatch(address -> address.startsWith("/ui/environments/"))
        .anyMatch(address -> address.startsWith("/ui/gate?"))
        .anyMatch(address -> address.startsWith("/ui/pacts/"))
        .anyMatch(address -> address.startsWith("/ui/matrix?"))
        .anyMatch(address -> address.equals("/ui/activity"))
        .anyMatch(address -> address.startsWith("/ui/systems/"));
    pages.forEach(
        (address, page) -> {
          assertThat(page.statusCode()).describedAs(address).isEqualTo(200);
          assertThat(page.body().replace(SCRIPT, "").toLowerCase(Locale.ROOT))
              .describedAs(address)
              .doesNotContain("<script", "<img", "x\"y", "href=\"javascript");
        });
    assertThat(pages.entrySet().stream().filter(it -> it.getKey().startsWith("/ui/incidents/")))
        .allMatch(it -> it.getValue().body().contains("&lt;script&gt;"));
    assertThat(server.get("/ui/systems/" + "%3Cscript%3E").body()).doesNotContain("<script");
    assertThat(server.get("/ui?team=%3Cscript%3E").body().replace(SCRIPT, ""))
        .doesNotContain("<script");
  }

  @Test
  void anIncidentShowsItsEvidenceAndWhoWasTold() throws Exception {
    Hostile.write(server);

    String list = server.get("/ui/incidents").body();
    var link = Pattern.compile("href=\"(/ui/incidents/[^\"]+)\"").matcher(list);
    assertThat(link.find()).isTrue();

    assertThat(words(server.get(link.group(1))))
        .contains("State open")
        .contains("What was seen")
        .contains("opened &lt;script&gt;")
        .contains("on its way");
  }

  @Test
  void aNameThatIsNotThereIsAnsweredWithWhatWasMeant() throws Exception {
    server.shop();

    HttpResponse<String> system = server.get("/ui/systems/paymets");
    assertThat(system.statusCode()).isEqualTo(404);
    assertThat(system.body()).contains("href=\"/ui/systems/payments\"");
    assertThat(server.get("/ui/environments/prodution").body())
        .contains("href=\"/ui/environments/production\"");
    assertThat(server.get("/ui?environment=prodution").statusCode()).isEqualTo(404);
    assertThat(server.get("/ui/incidents/none").statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserIsLedFromTheRootAndAClientIsNot() throws Exception {
    HttpResponse<String> browser =
        server.send(server.request("/").header("Accept", "text/html,*/*;q=0.8").build());
    assertThat(browser.statusCode()).isEqualTo(302);
    assertThat(browser.headers().firstValue("Location")).hasValue(server.server().url() + "/ui");
    HttpResponse<String> client =
        server.send(server.request("/").header("Accept", "application/hal+json").build());
    assertThat(client.statusCode()).isEqualTo(200);
  }

  @Test
  void aPageAsksForAPasswordWhichIsAToken() throws Exception {
    var database = TestDatabase.open();
    Tokens tokens = new Tokens(database, Clock.systemUTC());
    var guard =
        new AccessGuard(
            ScopeTable.standard(),
            tokens,
            new Audit(database, Clock.systemUTC()),
            new Ownership(database),
            AccessSettings.TOKENS_ONLY,
            System::nanoTime);
    String secret =
        tokens.create("reader", Set.of(Scope.READ), Optional.empty(), Optional.empty()).secret();
    try (PageServer guarded = PageServer.start(database, new ReadableRefusals(guard), 0)) {
      HttpResponse<String> page =
          guarded.send(guarded.request("/ui").header("Accept", "text/html,*/*;q=0.8").build());
      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      assertThat(page.body()).contains("<h1>Who are you?</h1>", "Send a token");
      HttpResponse<String> nowhere =
          guarded.send(guarded.request("/nowhere").header("Accept", "text/html").build());
      assertThat(nowhere.statusCode()).isEqualTo(404);
      assertThat(nowhere.body()).startsWith("<!doctype html>");
      assertThat(guarded.get("/nowhere").body()).startsWith("{\"error\"");
      assertThat(guarded.get("/ui/style.css").statusCode()).isEqualTo(200);
      HttpResponse<String> refused = guarded.get("/ui");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      String credentials =
          Base64.getEncoder().encodeToString(("me:" + secret).getBytes(StandardCharsets.UTF_8));
      for (String address : List.of("/ui", "/ui/style.css", "/ui/incidents", "/ui/gate")) {
        var asked = guarded.request(address).header("Authorization", "Basic " + credentials);
        assertThat(guarded.send(asked.build()).statusCode()).describedAs(address).isEqualTo(200);
      }
    }
  }
}
