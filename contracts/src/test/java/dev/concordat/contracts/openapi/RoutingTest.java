package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutingTest {
  private final OpenApiContract contract =
      Texts.contract(
          """
          openapi: 3.1.0
          info: {title: t, version: '1'}
          servers: [{url: /api}]
          paths:
            /orders/{id}:
              get: {operationId: one, responses: {'200': {description: ok}}}
              put: {operationId: change, responses: {'200': {description: ok}}}
            /orders/latest:
              get: {operationId: latest, responses: {'200': {description: ok}}}
            /{kind}/{id}/lines:
              get: {operationId: anyLines, responses: {'200': {description: ok}}}
            /orders/{id}/lines:
              get: {operationId: lines, responses: {'200': {description: ok}}}
            /labels/{.id*}:
              get: {operationId: labels, responses: {'200': {description: ok}}}
            /reports/{year}-{month}.csv:
              get: {operationId: report, responses: {'200': {description: ok}}}
          """);

  private String routed(String method, String path) {
    return contract
        .route(method, path)
        .map(routed -> routed.operation().id() + " " + routed.pathValues())
        .orElse("none");
  }

  @Test
  void concretePathsComeBeforeTemplates() {
    assertThat(routed("GET", "/api/orders/latest")).isEqualTo("latest {}");
    assertThat(routed("GET", "/api/orders/17")).isEqualTo("one {id=17}");
    assertThat(routed("GET", "/api/orders/17/lines")).isEqualTo("lines {id=17}");
  }

  @Test
  void aConcretePathWithoutTheMethodLeavesTheTemplate() {
    assertThat(routed("PUT", "/api/orders/latest")).isEqualTo("change {id=latest}");
  }

  @Test
  void parametersShareASegment() {
    assertThat(routed("GET", "/api/reports/2027-03.csv"))
        .startsWith("report ")
        .contains("year=2027", "month=03");
  }

  @Test
  void operatorsBesideANameAreNoPartOfIt() {
    assertThat(routed("GET", "/api/labels/.1.2")).isEqualTo("labels {id=.1.2}");
  }

  @Test
  void aDocumentMayTellAnotherToolItsBasePath() {
    OpenApiContract prefixed =
        Texts.contract(
            """
            openapi: 3.1.0
            info: {title: t, version: '1', x-opc-config-base-path: /shop}
            paths:
              /orders:
                get: {operationId: all, responses: {'200': {description: ok}}}
            """);

    assertThat(prefixed.route("GET", "/shop/orders")).isPresent();
    assertThat(prefixed.route("GET", "/orders")).isPresent();
  }

  @Test
  void aParameterIsNeverEmptyAndKeepsItsEncoding() {
    assertThat(routed("GET", "/api/orders/")).isEqualTo("none");
    assertThat(routed("GET", "/api/orders/a%2Fb")).isEqualTo("one {id=a%2Fb}");
  }

  @Test
  void aGatewayMayTakeTheBasePathOff() {
    assertThat(routed("GET", "/orders/17")).isEqualTo("one {id=17}");
  }

  @Test
  void headBelongsToGet() {
    assertThat(routed("HEAD", "/api/orders/17")).isEqualTo("one {id=17}");
  }

  @Test
  void tellsWhichMethodsAPathHas() {
    assertThat(contract.allowedMethods("/api/orders/17")).containsExactly("GET", "PUT");
    assertThat(contract.allowedMethods("/nowhere/at/all")).isEmpty();
  }
}
