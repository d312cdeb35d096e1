package dev.concordat.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class LearnedContractTest {
  @Test
  void namesTheOperationsOfAService() {
    // Given
    var traffic = Shop.traffic();
    // When
    var contract = Traffic.contract(traffic.document());
    // Then
    assertThat(contract.operations())
        .extracting(operation -> operation.id() + " " + operation.methodAndPath())
        .containsExactly(
            "getItem GET /items/{sku}",
            "listOrders GET /orders",
            "createOrder POST /orders",
            "getOrder GET /orders/{orderId}");
  }

  @Test
  void isKeptByTheTrafficItWasLearnedFrom() {
    // Given
    var traffic = Shop.traffic();
    // When
    var breaches = Traffic.breaches(traffic.document(), traffic.exchanges());
    // Then
    assertThat(breaches).isEmpty();
  }

  @Test
  void isBrokenByAnAnswerOfAnotherShape() {
    // Given
    var document = Shop.traffic().document();
    var other = new Traffic().call("GET", "/items/TEA-009", "", 200, "{\"sku\":9}");
    // When
    var breaches = Traffic.breaches(document, other.exchanges());
    // Then
    assertThat(breaches).hasSize(2);
  }

  @Test
  void sharesTheSchemaOfWhatIsTheSameThing() {
    // Given
    var document = Shop.traffic().document();
    // When
    String page = schema(document, "OrderPage");
    // Then
    assertThat(page).contains("$ref: '#/components/schemas/Order'");
    assertThat(schema(document, "Order")).contains("samples: 36");
  }

  @Test
  void tellsAbsentFromNullFromEmpty() {
    // Given
    var traffic =
        new Traffic()
            .call("GET", "/a", "", 200, "{\"never\":\"x\",\"nullable\":null,\"empty\":[]}")
            .call(
                "GET",
                "/a",
                "",
                200,
                "{\"never\":\"\",\"nullable\":\"y\",\"empty\":[],\"some\":1}");
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema)
        .isEqualTo(
            """
            type: object
            required:
            - empty
            - never
            - nullable
            properties:
              empty:
                type: array
                items: {}
              never:
                type: string
              nullable:
                type:
                - string
                - 'null'
              some:
                type: integer
            x-concordat-evidence:
              samples: 2
              seen:
                some: 1
            """);
  }

  @Test
  void tellsIntegersFromDecimalsByTheirDigits() {
    // Given
    var traffic =
        new Traffic()
            .call(
                "GET",
                "/a",
                "",
                200,
                "{\"price\":10.00,\"big\":9007199254740993,\"text\":\"10.10\"}");
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema)
        .contains("big:\n    type: integer\n    format: int64")
        .contains("price:\n    type: number")
        .contains("text:\n    type: string\n    format: decimal");
  }

  @Test
  void neverFreezesIdsTimesAndCodes() {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < 20; at++) {
      traffic.call(
          "GET",
          "/a",
          "",
          200,
          "{\"id\":\"u-1\",\"at\":\"2026-03-01\",\"code\":\"TEA-001\",\"state\":\"%s\",\"only\":\"EUR\"}"
              .formatted(at % 2 == 0 ? "ON" : "OFF"));
    }
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema).containsOnlyOnce("enum:").contains("enum:\n    - 'OFF'\n    - 'ON'");
    assertThat(schema).doesNotContain("TEA").doesNotContain("EUR").doesNotContain("u-1");
  }

  @Test
  void aWordThatCameOnlyOnceMakesNoEnumeration() {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < 20; at++) {
      traffic.call("GET", "/a", "", 200, at == 7 ? "{\"state\":\"LATE\"}" : "{\"state\":\"ON\"}");
    }
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema).doesNotContain("enum");
  }

  @Test
  void membersWhoseNamesAreValuesMakeAMap() {
    // Given
    var traffic =
        new Traffic().call("GET", "/a", "", 200, "{\"stock\":{\"2026-03-01\":4,\"2026-03-02\":5}}");
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema).contains("additionalProperties:\n      type: integer");
    assertThat(schema).doesNotContain("2026");
  }

  @Test
  void objectsOfSeveralKindsAreToldApartByTheirMember() {
    // Given
    var traffic = new Traffic();
    for (int at = 0; at < 12; at++) {
      traffic.call(
          "GET",
          "/a",
          "",
          200,
          at % 2 == 0
              ? "{\"pay\":{\"type\":\"card\",\"digits\":\"x\"}}"
              : "{\"pay\":{\"type\":\"invoice\",\"days\":30}}");
    }
    // When
    String schema = schema(traffic.document(), "A");
    // Then
    assertThat(schema).contains("oneOf:").contains("const: card").contains("const: invoice");
    assertThat(Traffic.breaches(traffic.document(), traffic.exchanges())).isEmpty();
  }

  @Test
  void tellsWhoMayCallWithoutTellingTheirSecrets() {
    // Given
    var key = List.of(new Header("X-Api-Key", "k-123456789"));
    var traffic =
        new Traffic()
            .call("GET", "/a", key, "", 200, List.of(), "{}")
            .call(
                "GET",
                "/b",
                List.of(new Header("Authorization", "Basic YTpiY2RlZmdo")),
                "",
                200,
                List.of(),
                "{}")
            .call("GET", "/b", "", 200, "{}");
    // When
    String text = YamlText.of(traffic.document());
    // Then
    assertThat(text)
        .contains("security:\n      - headerXApiKey: []")
        .contains("security:\n      - basic: []\n      - {}")
        .contains("name: X-Api-Key")
        .doesNotContain("k-1234")
        .doesNotContain("YTpi");
  }

  @Nested
  class Paths {
    @Test
    void idsAreParametersAndWordsAreNot() {
      // Given
      var traffic =
          new Traffic()
              .call("GET", "/api/v2/users/17", "", 200, "{\"id\":17}")
              .call("GET", "/api/v2/users/17/orders", "", 200, "[]")
              .call("GET", "/api/v2/users/me", "", 200, "{\"id\":1}");
      // When
      var contract = Traffic.contract(traffic.document());
      // Then
      assertThat(contract.operations())
          .extracting(operation -> operation.id() + " " + operation.path().text())
          .containsExactly(
              "getMe /api/v2/users/me",
              "getUser /api/v2/users/{userId}",
              "listUserOrders /api/v2/users/{userId}/orders");
    }

    @Test
    void wordsThatComeBackInAnswersAreValues() {
      // Given
      var traffic =
          new Traffic()
              .call("GET", "/users/ada", "", 200, "{\"login\":\"ada\"}")
              .call("GET", "/users/zoe", "", 200, "{\"login\":\"zoe\"}");
      // When
      var contract = Traffic.contract(traffic.document());
      // Then
      assertThat(contract.operations())
          .extracting(HttpOperation::methodAndPath)
          .containsExactly("GET /users/{login}");
    }

    @Test
    void valuesThatTheProviderRefusedAreValues() {
      // Given
      var traffic =
          new Traffic()
              .call("PUT", "/stock/BOX-100", "{\"a\":1}", 200, "{\"sku\":\"BOX-100\"}")
              .call("PUT", "/stock/BOX-101", "{\"a\":1}", 200, "{\"sku\":\"BOX-101\"}")
              .call("PUT", "/stock/%21BOX-1", "{\"a\":1}", 400, "{}");
      // When
      var contract = Traffic.contract(traffic.document());
      // Then
      assertThat(contract.operations())
          .extracting(HttpOperation::methodAndPath)
          .containsExactly("PUT /stock/{sku}");
    }

    @Test
    void whatTheProviderNeverKnewIsNoOperation() {
      // Given
      var traffic =
          new Traffic()
              .call("GET", "/users/17", "", 200, "{\"id\":17}")
              .call("GET", "/users/nobody", "", 404, "{}")
              .call("GET", "/wp-login.php", "", 404, "");
      // When
      var contract = Traffic.contract(traffic.document());
      // Then
      assertThat(contract.operations())
          .extracting(HttpOperation::methodAndPath)
          .containsExactly("GET /users/{userId}");
    }
  }

  private static String schema(JsonObject document, String name) {
    var components = (JsonObject) document.member("components").orElseThrow();
    var schemas = (JsonObject) components.member("schemas").orElseThrow();
    return YamlText.of(schemas.member(name).orElseThrow());
  }
}
