package dev.concordat.conform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.OpenApiReader;
import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {
  private static final String SHOP =
      """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /order-lines/{line_id}:
          delete: {operationId: deleteLine, responses: {'204': {description: gone}}}
          get: {operationId: getLine, responses: {'200': {description: shown}}}
        /order-lines:
          post:
            operationId: addLine
            requestBody:
              content:
                application/json:
                  schema: {type: object, properties: {orderId: {type: string}, sku: {type: string}}}
            responses: {'201': {description: added}}
        /customers/{customerId}/orders/{id}:
          get: {operationId: getOrder, responses: {'200': {description: shown}}}
        /customers/{customerId}/orders:
          post: {operationId: addOrder, responses: {'201': {description: added}}}
          get: {operationId: listOrders, responses: {'200': {description: listed}}}
        /customers/{id}:
          put: {operationId: putCustomer, responses: {'200': {description: put}}}
        /customers:
          post: {operationId: addCustomer, responses: {'201': {description: added}}}
        /products:
          get: {operationId: listProducts, responses: {'200': {description: listed}}}
        /product/{sku}:
          get: {operationId: getProduct, responses: {'200': {description: shown}}}
        /health:
          get: {operationId: health, responses: {'200': {description: well}}}
      """;

  private final OpenApiContract contract = contract(SHOP);
  private final Resources resources = Resources.of(contract);

  private static OpenApiContract contract(String yaml) {
    var documents = new Documents(Path.of("").toAbsolutePath());
    return new OpenApiReader(documents)
        .read(documents.parse("shop.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpOperation operation(String id) {
    return contract.operation(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "addOrder, order, CREATE",
    "listOrders, order, LIST",
    "getOrder, order, READ",
    "putCustomer, customer, REPLACE",
    "deleteLine, orderline, DELETE",
    "listProducts, product, LIST"
  })
  void knowsWhatEachOperationDoesWithWhat(String operation, String name, Role role) {
    assertThat(resources.of(operation(operation))).map(Resource::name).contains(name);
    assertThat(resources.role(operation(operation))).contains(role);
  }

  @Test
  void findsNoResourceBehindAnOperationThatHasNone() {
    assertThat(resources.of(operation("health"))).isEmpty();
  }

  @Test
  void saysThatACollectionWasGuessedByItsName() {
    assertThat(resources.of(operation("getProduct"))).map(Resource::isGuessed).contains(true);
    assertThat(resources.of(operation("getOrder"))).map(Resource::isGuessed).contains(false);
  }

  @Test
  void putsChildrenBelowTheirParentsHoweverTheParametersAreCalled() {
    // Given
    Resource order = resources.of(operation("getOrder")).orElseThrow();

    // When
    var parent = resources.parent(order);

    // Then
    assertThat(parent).map(Resource::name).contains("customer");
    assertThat(resources.children(parent.orElseThrow())).containsExactly(order);
  }

  @ParameterizedTest
  @CsvSource({
    "orderId, order",
    "order_id, order",
    "customerUuid, customer",
    "sku, product",
    "orderLineId, orderline"
  })
  void takesNamesInBodiesForReferences(String name, String resource) {
    // Given
    Resource from = resources.of(operation("listProducts")).orElseThrow();
    Resource other = resources.of(operation("addCustomer")).orElseThrow();

    // When
    var referred = resources.referred(name, resource.equals("product") ? other : from);

    // Then
    assertThat(referred).map(Resource::name).contains(resource);
  }

  @ParameterizedTest
  @CsvSource({"paid", "valid", "id", "grid", "name", "monkey"})
  void doesNotTakeOtherWordsForReferences(String name) {
    Resource from = resources.of(operation("getLine")).orElseThrow();

    assertThat(resources.referred(name, from)).isEmpty();
  }

  @Test
  void ordersOperationsSoThatEachFindsWhatItNeeds() {
    List<String> order =
        OperationOrder.of(contract, resources).stream().map(HttpOperation::id).toList();

    assertThat(order).hasSize(contract.operations().size()).endsWith("deleteLine");
    assertThat(order).containsSubsequence("addCustomer", "addOrder", "addLine", "getLine");
  }

  @ParameterizedTest
  @CsvSource({
    "orders, order",
    "categories, category",
    "addresses, address",
    "boxes, box",
    "status, status",
    "order-lines, orderline"
  })
  void knowsTheSingular(String plural, String singular) {
    assertThat(Words.singular(plural)).isEqualTo(singular);
  }
}
