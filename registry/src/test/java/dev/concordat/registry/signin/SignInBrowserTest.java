package dev.concordat.registry.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.registry.page.Browser;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Signing in and out with a real Chromium; left out where none is installed.
@Tag("slow")
class SignInBrowserTest extends SignInScene {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void aPersonSignsInAndOutByTheButtonsOfThePages() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeTrue(chromium.isPresent(), "no Chromium is installed");
    try (HttpClient client = HttpClient.newHttpClient();
        Visit visit = visit();
        Browser browser = Browser.start(chromium.orElseThrow(), client)) {
      List<String> violations = new ArrayList<>();

      browser.open(visit.registry() + "/ui/activity");
      violations.addAll(looked(browser, "wanted"));
      click(browser, "a[href^='/sign-in']");
      browser.reach("document.body.innerText.includes('Zoë')", LIMIT);
      String address = browser.evaluate("location.pathname");
      violations.addAll(looked(browser, "signed-in"));
      click(browser, "form[action='/sign-out'] button");
      browser.reach("document.body.innerText.includes('You are signed out')", LIMIT);
      String out = browser.evaluate("document.body.innerText");
      violations.addAll(looked(browser, "signed-out"));
      browser.open(visit.registry() + "/ui/activity");

      assertThat(address).isEqualTo("/ui/activity");
      assertThat(out).contains("Sign in").doesNotContain("Zoë");
      assertThat(browser.evaluate("document.body.innerText"))
          .contains("Sign in to see this page.")
          .doesNotContain("Zoë");
      assertThat(violations).isEmpty();
    }
  }

  private static void click(Browser browser, String selector) throws Exception {
    var _ = browser.evaluate("document.querySelector(\"" + selector + "\").click(); 'clicked'");
  }

  /// What axe-core finds serious, at two sizes and in both colour schemes.
  private static List<String> looked(Browser browser, String name) throws Exception {
    List<String> violations = new ArrayList<>();
    String axe;
    try (InputStream in = SignInBrowserTest.class.getResourceAsStream(AXE)) {
      assumeTrue(in != null, "axe-core is not on the class path");
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var _ = browser.evaluate(axe + "; 'read'");
    for (int width : new int[] {1280, 390}) {
      for (boolean isDark : new boolean[] {false, true}) {
        browser.look(width, 800, isDark);
        String folder = System.getProperty("concordat.screenshots");
        if (folder != null) {
          String file = name + "-" + width + (isDark ? "-dark" : "") + ".png";
          Files.write(Path.of(folder).resolve(file), browser.screenshot());
        }
        String found =
            browser.evaluate(
                """
                axe.run().then(it => it.violations
                  .filter(v => ['serious', 'critical'].includes(v.impact))
                  .map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' ')).join('; '))
                """);
        if (!found.isEmpty()) {
          violations.add(name + " " + width + " dark " + isDark + ": " + found);
        }
      }
    }
    return violations;
  }
}
