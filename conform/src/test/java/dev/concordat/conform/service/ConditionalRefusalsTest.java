package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// 412 that a contract does not document: asked for by a condition that was made up, or not.
class ConditionalRefusalsTest {
  private static final int REQUESTS = 60;

  private static final String POLICIES =
      """
      openapi: 3.1.0
      info: {title: Policies, version: '1'}
      paths:
        /policy:
          delete:
            operationId: deletePolicy
            parameters:
              - {name: NAME, in: header, required: true, schema: {type: string}, example: '"8d59f81a"'}
            responses: {'200': {description: gone}, '400': {description: wrong}}
      """;

  /// What is found at a server to which no value of the header is right.
  private static List<String> found(String header) {
    OpenApiContract contract = Contracts.of("policies.yaml", POLICIES.replace("NAME", header));
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    try (var server =
        SmallServer.start(
            request ->
                Response.of(
                    request.header(header).isPresent() ? 412 : 400, "application/json", body))) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(REQUESTS));
      return new Conformance(contract, options, event -> {})
          .run().findings().stream()
              .filter(finding -> finding.message().contains("412"))
              .map(ConformFinding::rule)
              .map(rule -> rule.id())
              .toList();
    }
  }

  @Test
  void whereAConditionWasMadeUpTheContractLacksTheWord() {
    assertThat(found("If-Match")).doesNotContain("conform/undocumented-status");
  }

  @Test
  void withoutAConditionItIsAnUndocumentedStatus() {
    assertThat(found("X-Version")).contains("conform/undocumented-status");
  }
}
