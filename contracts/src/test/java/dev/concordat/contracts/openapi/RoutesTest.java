package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: Routes, version: '1'}
      servers: [{url: /api/v1}, {url: /api}]
      paths:
        /orders: {get: {responses: {'200': {description: ok}}}}
        /orders/{id}: {get: {responses: {'200': {description: ok}}}, delete: {responses: {'204': {description: ok}}}}
        /orders/latest: {get: {responses: {'200': {description: ok}}}}
        /reports/{year}-{month}.csv: {get: {responses: {'200': {description: ok}}}}
        /reports/{name}: {get: {responses: {'200': {description: ok}}}}
        /{tenant}/orders: {post: {responses: {'201': {description: ok}}}}
        /a%20b/{c: {get: {responses: {'200': {description: ok}}}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders",
        "/api/orders",
        "/api/v1/orders/7",
        "/api/v1/orders/latest",
        "/orders/",
        "/orders/a%2Fb",
        "/reports/2026-11.csv",
        "/reports/x",
        "/v1/orders",
        "/api/v1",
        "/a%20b/%7Bc",
        "/nowhere",
        "//orders"
      })
  void findsWhatTheContractFinds(String path) {
    // Given
    OpenApiContract contract = contract();
    var routes = new Routes(contract);
    for (String method : List.of("GET", "HEAD", "POST", "DELETE", "PATCH")) {
      // When
      var found = routes.route(method, path);

      // Then
      assertThat(found).as(method).isEqualTo(contract.route(method, path));
    }
    assertThat(routes.allowedMethods(path)).isEqualTo(contract.allowedMethods(path));
  }

  private static OpenApiContract contract() {
    return (OpenApiContract)
        new ContractReader(Path.of(""))
            .read(
                TextFile.of(Path.of(""), "routes.yaml", CONTRACT.getBytes(StandardCharsets.UTF_8)));
  }
}
