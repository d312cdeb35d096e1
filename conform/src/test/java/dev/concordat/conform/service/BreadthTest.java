package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreadthTest {
  private static final int RESOURCES = 24;

  /// Far less than a tenth of a minute allows: that would be 100 requests in a second.
  private static final int TENTH_OF_A_MINUTE = 600;

  @Test
  void requestsEachOf120OperationsInTheFirstTenthOfAMinute() {
    // Given
    OpenApiContract contract = Contracts.of("big.yaml", bigDescription());
    assertThat(contract.operations()).hasSize(120);

    // When
    Set<String> requested = requested(contract, TENTH_OF_A_MINUTE);

    // Then
    assertThat(requested).hasSize(120);
  }

  private static String bigDescription() {
    var yaml = new StringBuilder("openapi: 3.1.0\ninfo: {title: Big, version: '1'}\npaths:\n");
    for (int i = 0; i < RESOURCES; i++) {
      yaml.append(
          """
            /things%1$d:
              get: {operationId: list%1$d, responses: {'200': {description: all}}}
              post:
                operationId: create%1$d
                requestBody:
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [name]
                        properties:
                          name: {type: string, maxLength: 20}
                          size: {type: integer, minimum: 1, maximum: 9}
                responses: {'200': {description: made}}
            /things%1$d/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              get: {operationId: get%1$d, responses: {'200': {description: one}}}
              put: {operationId: put%1$d, responses: {'200': {description: one}}}
              delete: {operationId: delete%1$d, responses: {'200': {description: gone}}}
          """
              .formatted(i));
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dangling-references",
        "no-servers",
        "duplicate-tags",
        "wrong-types",
        "no-schemes"
      })
  void callsEveryOperationOfADescriptionThatIsBroken(String name) {
    // Given
    OpenApiContract contract = Contracts.of(name + ".yaml", FaultTable.text(name + ".yaml"));
    assertThat(contract.operations()).isNotEmpty();

    // When
    Set<String> requested = requested(contract, 300);

    // Then
    assertThat(requested)
        .containsExactlyInAnyOrderElementsOf(
            contract.operations().stream().map(operation -> operation.methodAndPath()).toList());
  }

  /// The operations that are requested of a server that likes everything.
  private static Set<String> requested(OpenApiContract contract, int requests) {
    Set<String> requested = new LinkedHashSet<>();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    try (var server = SmallServer.start(request -> Response.of(200, "application/json", body))) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(requests));
      new Conformance(
              contract,
              options,
              event -> {
                if (event instanceof RunEvent.Sent sent) {
                  requested.add(sent.exchange().trial().operation().methodAndPath());
                }
              })
          .run();
    }
    return requested;
  }
}
