package dev.concordat.registry.page;

import static dev.concordat.registry.page.PageServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Contracts, what happened lately, and news of it.
@Tag("slow")
class ContractPageTest {
  private PageServer server;

  @BeforeEach
  void open() throws Exception {
    server = PageServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aContractIsReadWithItsVersionsTheirDifferenceAndWhomItFits() throws Exception {
    server.shop();
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Scene scene = new Scene(handle);
                  scene.version("web", "2.0.0");
                  scene.publish("web", "2.0.0", "orders", "list cancel");
                  return true;
                });

    String page = words(server.get("/ui/pacts/web/orders/2.0.0"));

    assertThat(page)
        .contains("web → orders, 2.0.0")
        .contains("New: cancel Gone: place")
        .contains("+ &quot;description&quot;: &quot;cancel&quot;")
        .contains("When it sends GET /cancel It needs the answer status 200")
        .contains("1.0.0 something else");
    assertThat(words(server.get("/ui/pacts/orders/payments/1.0.0")))
        .contains("orders 1.0.0 payments 2.0.0 ✗ broken");
    assertThat(server.get("/ui/pacts/orders/payments/9").statusCode()).isEqualTo(404);
  }

  @Test
  void aProvidedContractIsReadByOperationAndItsDifferenceHasItsImpact() throws Exception {
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Provides.write(handle, "1.0.0", "integer");
                  Provides.write(handle, "2.0.0", "string");
                  return true;
                });

    String page = words(server.get("/ui/contracts/stock/2.0.0/openapi"));

    assertThat(page)
        .contains("GET /stock/{sku} Counts one article.")
        .contains("sku path yes")
        .contains("200 application/json")
        .contains("Since version 1.0.0 : breaks");
  }

  @Test
  void theActivityIsReadPageByPageToItsBeginning() throws Exception {
    server.shop();

    String first = server.get("/ui/activity").body();
    assertThat(first).contains("published a contract", "✓ verified", "✗ failed", "deployed");
    var _ =
        server
            .database()
            .write(
                handle -> {
                  Scene scene = new Scene(handle);
                  for (int i = 10; i < 70; i++) {
                    scene.publish("web", "3." + i, "stock", "count");
                  }
                  return true;
                });
    Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    String address = "/ui/activity";
    while (!address.isEmpty()) {
      HttpResponse<String> page = server.get(address);
      pages.put(address, page);
      var next = Pattern.compile("href=\"(/ui/activity\\?before[^\"]+)\"").matcher(page.body());
      address = next.find() ? next.group(1) : "";
    }

    assertThat(pages.values().stream().mapToInt(it -> it.body().split("<tr>", -1).length - 2).sum())
        .isEqualTo(76);
  }

  @Test
  void theMatrixSaysWhichVersionsFit() throws Exception {
    server.shop();

    assertThat(words(server.get("/ui/matrix?consumer=orders&provider=payments")))
        .contains("1.0.0 2.0.0 ✗ broken replay")
        .contains("1.0.0 1.0.0 ✓ proved replay");
    assertThat(words(server.get("/ui/matrix?consumer=orders&provider=mail")))
        .contains("1.0.0 – ? unknown");
    assertThat(server.get("/ui/matrix?consumer=ordrs&provider=mail").statusCode()).isEqualTo(404);
  }

  @Test
  void theGateIsAskedForVersionsThatGoTogether() throws Exception {
    server.shop();
    String alone = "/ui/gate?system=payments&version=2.0.0&environment=production";

    assertThat(words(server.get(alone))).contains("UNSAFE");
    assertThat(words(server.get(alone + "&together=stock%401.0.0,%20web%401.0.0")))
        .contains("stock@1.0.0")
        .contains("web@1.0.0")
        .contains("UNSAFE");
    assertThat(server.get(alone + "&together=stock").statusCode()).isEqualTo(400);
    assertThat(server.get(alone + "&together=payments%401.0.0").statusCode()).isEqualTo(400);
  }

  @Test
  void aBrowserIsToldOfAResultThatIsPublished() throws Exception {
    server.shop();
    var state = Pattern.compile("data-state=\"([^\"]+)\"").matcher(server.get("/ui").body());
    assertThat(state.find()).isTrue();
    var held =
        server
            .client()
            .sendAsync(
                server.request("/ui/changes?since=" + state.group(1)).build(),
                HttpResponse.BodyHandlers.ofString());

    var _ =
        server
            .database()
            .write(
                handle -> {
                  new Scene(handle).verify("orders", "1.0.0", "payments", "2.0.0", true);
                  return true;
                });

    HttpResponse<String> told = held.get();
    assertThat(told.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(told.body()).contains("event: change\ndata: ");
    assertThat(words(server.get("/ui"))).contains("0 broken");
  }
}
