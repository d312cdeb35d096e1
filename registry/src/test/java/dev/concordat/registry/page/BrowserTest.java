package dev.concordat.registry.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.registry.Scene;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages in a real Chromium; left out where none is installed. Pictures of all pages are written to the folder that the
/// property `concordat.screenshots` names.
@Tag("slow")
@Order(1)
class BrowserTest {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HEIGHT = 800;
  private static final int TAB = 9;

  private PageServer server;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "no Chromium is installed");
    server = PageServer.start();
    browser = Browser.start(chromium.orElseThrow(), server.client());
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Shop.write(handle);
                  Provides.write(handle, "1.0.0", "integer");
                  Provides.write(handle, "2.0.0", "string");
                  new Scene(handle).prove("payments", "1.0.0", "drift", false);
                  return true;
                });
  }

  @AfterEach
  void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /// Every kind of page, also of an incident whose names were written to break pages.
  private List<String> pages() throws Exception {
    Hostile.write(server);
    return List.of(
        "/ui/incidents/" + incident(),
        "/ui?team=nobody",
        "/ui/gate?system=payments&version=2.0.0&environment=nowhere",
        "/ui/matrix",
        "/ui",
        "/ui?environment=test",
        "/ui/systems/payments",
        "/ui/systems/stock",
        "/ui/environments/test",
        "/ui/incidents",
        "/ui/gate",
        "/ui/gate?system=payments&version=2.0.0&environment=production",
        "/ui/activity",
        "/ui/matrix?consumer=orders&provider=payments",
        "/ui/pacts/orders/payments/1.0.0",
        "/ui/contracts/stock/2.0.0/openapi",
        "/ui/systems/paymets");
  }

  private String incident() {
    return server
        .database()
        .read(
            handle ->
                handle
                    .createQuery("SELECT uuid FROM incidents ORDER BY id LIMIT 1")
                    .mapTo(String.class)
                    .one());
  }

  private void show(String address, int width, boolean isDark) throws Exception {
    browser.look(width, HEIGHT, isDark);
    browser.open(server.server().url() + address);
  }

  private static String axe() throws Exception {
    try (InputStream in = BrowserTest.class.getResourceAsStream(AXE)) {
      assumeTrue(in != null, "axe-core is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void noPageHasASeriousViolationInEitherSizeOrColourScheme() throws Exception {
    String axe = axe();
    List<String> violations = new ArrayList<>();
    for (String address : pages()) {
      for (int width : new int[] {WIDE, NARROW}) {
        for (boolean isDark : new boolean[] {false, true}) {
          show(address, width, isDark);
          picture(address, width, isDark);
          var _ = browser.evaluate(axe + "; 'read'");
          String found =
              browser.evaluate(
                  """
                  axe.run().then(it => it.violations
                    .filter(v => ['serious', 'critical'].includes(v.impact))
                    .map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' ')).join('; '))
                  """);
          if (!found.isEmpty()) {
            violations.add(address + " " + width + " dark " + isDark + ": " + found);
          }
        }
      }
    }

    assertThat(violations).isEmpty();
  }

  @Test
  void noPageIsWiderThanItsScreen() throws Exception {
    List<String> wide = new ArrayList<>();
    for (String address : pages()) {
      show(address, NARROW, false);
      String width = browser.evaluate("String(document.documentElement.scrollWidth)");
      if (Integer.parseInt(width) > NARROW) {
        wide.add(address + " " + width);
      }
    }

    assertThat(wide).isEmpty();
  }

  @Test
  void theTabKeyReachesEveryControlAndItsFocusIsSeen() throws Exception {
    for (String address : pages()) {
      show(address, WIDE, false);
      int controls =
          Integer.parseInt(
              browser.evaluate(
                  "String([...document.querySelectorAll('a[href],button,input,select,[tabindex=\"0\"]')].length)"));
      var _ = browser.evaluate("window.reached = new Set(); window.unseen = []; 'begun'");
      for (int i = 0; i < controls; i++) {
        browser.press("Tab", TAB);
        var _ =
            browser.evaluate(
                """
                (() => { const at = document.activeElement; window.reached.add(at);
                  if (getComputedStyle(at).outlineStyle === 'none') window.unseen.push(at.outerHTML);
                  return 'seen'; })()
                """);
      }

      assertThat(browser.evaluate("String(window.reached.size)"))
          .describedAs(address)
          .isEqualTo(String.valueOf(controls));
      assertThat(browser.evaluate("window.unseen.join(' ')")).describedAs(address).isEmpty();
    }
  }

  @Test
  void theMapFollowsAResultThatIsPublishedAndKeepsTheFocus() throws Exception {
    show("/ui", WIDE, false);
    assertThat(browser.evaluate("document.querySelector('.lead').textContent"))
        .contains("1 broken");
    var _ = browser.evaluate("document.querySelector('.legend a').focus(); 'focused'");

    var _ =
        server
            .database()
            .write(
                handle -> {
                  new Scene(handle).verify("orders", "1.0.0", "payments", "2.0.0", true);
                  return true;
                });

    assertThat(browser.until("document.querySelector('.lead').textContent.includes('0 broken')"))
        .isEqualTo("yes");
    assertThat(browser.evaluate("document.activeElement.getAttribute('href')"))
        .isEqualTo("/ui/map.svg");
    assertThat(browser.until("document.getElementById('told').textContent.startsWith('Updated')"))
        .isEqualTo("yes");
  }

  private void picture(String address, int width, boolean isDark) throws Exception {
    String folder = System.getProperty("concordat.screenshots");
    if (folder != null) {
      String name = address.replaceAll("[^a-z0-9]+", "-") + "-" + width + (isDark ? "-dark" : "");
      Files.write(Path.of(folder).resolve(name + ".png"), browser.screenshot());
    }
  }
}
