package dev.concordat.environment.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.run.SystemView;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example, started for real.
@Tag("slow")
@Order(1)
class ShopEnvironmentTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ORDER =
      """
      {"customer": {"name": "Ada Lovelace", "email": "ada@shop.example"},
       "lines": [{"sku": "TEA-001", "quantity": 1}], "payment": {"cardToken": "tok_visa4242"}}
      """;

  @TempDir static Path folder;
  private static Environment shop;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    Path root = Path.of(System.getProperty("concordat.root")).resolve("examples/shop");
    Setup setup = SetupReader.detect(root.toAbsolutePath().normalize());
    client = HttpClient.newHttpClient();
    shop =
        new EnvironmentStarter(Home.at(folder), TestParts.distribution(), _ -> {})
            .start(setup, new StartOptions(1));
  }

  @AfterAll
  static void stop() {
    if (shop != null) {
      shop.close();
    }
  }

  @Test
  void startsEverySystemAndPart() {
    assertThat(shop.systems())
        .extracting(SystemView::name)
        .contains("storefront", "orders", "payments", "stock", "notifications");
    assertThat(shop.parts()).extracting(part -> part.product()).contains("PostgreSQL 16.15");
    assertThat(shop.trouble()).isEmpty();
  }

  @Test
  void seesACallOnEveryHop() throws Exception {
    // Given
    try (DataClone _ = shop.freshData("an order")) {
      int mark = shop.observations().mark();

      // When
      HttpResponse<String> response = get("storefront", "/products");
      shop.settle(PATIENCE);

      // Then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(shop.observations().since(mark))
          .filteredOn(HttpExchange.class::isInstance)
          .extracting(exchange -> ((HttpExchange) exchange).link().toString())
          .contains("storefront → stock", "concordat → storefront");
    }
  }

  @Test
  void everySystemAtABrokerComesThroughALinkOfItsOwn() throws Exception {
    // Given
    int mark = shop.observations().mark();

    // When
    HttpResponse<String> placed =
        client.send(
            HttpRequest.newBuilder(URI.create(shop.address("orders") + "/orders"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    shop.settle(PATIENCE);

    // Then
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(shop.observations().since(mark))
        .filteredOn(MessageDelivery.class::isInstance)
        .extracting(message -> shop.sender((MessageDelivery) message).orElse("nobody"))
        .containsExactly("orders");
    assertThat(shop.links())
        .filteredOn(link -> link.label().equals("Kafka"))
        .extracting(EnvironmentLink::from)
        .containsExactly("notifications", "orders");
  }

  @Test
  void keepsEverySystemWorkingWhileItGetsFreshDataAgainAndAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      // When
      try (DataClone _ = shop.freshData("clone " + i)) {
        // Then
        assertThat(get("stock", "/health").statusCode()).isEqualTo(200);
        assertThat(get("orders", "/health").statusCode()).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> get(String system, String path) throws Exception {
    URI uri = URI.create(shop.address(system) + path);
    return client.send(
        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
