package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A client that takes no media type of an operation gets its 406, where there is something to take.
class NoContentTest {
  private static final String JOBS =
      """
      openapi: 3.1.0
      info: {title: Jobs, version: '1'}
      paths:
        /jobs/current:
          get:
            operationId: getJob
            responses:
              '200': {description: it, content: {application/json: {schema: {type: object}}}}
              '406': {description: not acceptable}
          post:
            operationId: wakeJob
            responses:
              '204': {description: awake}
              '406': {description: not acceptable}
      """;

  private static List<String> found(boolean looksAtAccept) {
    try (var server = SmallServer.start(request -> answer(request, looksAtAccept))) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(60).withoutFuzzing());
      return new Conformance(Contracts.of("jobs.yaml", JOBS), options, event -> {})
          .run().findings().stream()
              .map(finding -> finding.operation() + " " + finding.pointer())
              .toList();
    }
  }

  private static Response answer(Request request, boolean looksAtAccept) {
    if (!request.path().equals("/jobs/current")) {
      return Response.empty(404);
    }
    boolean isTaken = request.header("Accept").orElse("*/*").matches(".*(\\*/\\*|json).*");
    return switch (request.method()) {
      case "GET" ->
          isTaken || !looksAtAccept
              ? Response.of(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
              : Response.empty(406);
      case "POST" -> Response.empty(204);
      default -> Response.empty(405).with("Allow", "GET, POST");
    };
  }

  @Test
  void anAnswerWithoutContentIsTakenByEveryClient() {
    assertThat(found(true)).noneMatch(found -> found.endsWith("header:Accept"));
  }

  @Test
  void contentOfAnotherTypeIsNot() {
    assertThat(found(false)).containsOnlyOnce("getJob header:Accept");
  }
}
