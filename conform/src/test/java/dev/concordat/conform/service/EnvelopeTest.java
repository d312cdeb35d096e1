package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A service whose things travel in an envelope, both ways, as JSON:API has it.
class EnvelopeTest {
  private static final String ACTIONS =
      """
      openapi: 3.1.0
      info: {title: Actions, version: '1'}
      paths:
        /actions:
          post:
            operationId: createAction
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/One'}}}
            responses:
              '201': {description: made, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/One'}}}}
              '400': {description: wrong}
        /actions/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: getAction
            responses:
              '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/One'}}}}
              '404': {description: none}
      components:
        schemas:
          One:
            type: object
            required: [data]
            properties:
              data: {type: object, required: [attributes], properties: {attributes: {type: object, required: [label], properties: {label: {type: string, minLength: 1}}}}}
              meta: {type: object}
      """;

  /// Keeps what was sent.
  private static final class Actions {
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final UnaryOperator<String> keeping;

    Actions(UnaryOperator<String> keeping) {
      this.keeping = keeping;
    }

    Response answer(Request request) {
      String body = new String(request.body(), StandardCharsets.UTF_8);
      if (request.method().equals("POST")) {
        return body.matches("(?s)\\{\\s*\"data\"\\s*:\\s*\\{.*\"label\"\\s*:\\s*\"[^\"].*")
            ? created(body)
            : Response.empty(400);
      }
      String known = bodies.get(request.path());
      return known == null || !request.method().equals("GET")
          ? Response.empty(404)
          : json(200, known);
    }

    private Response created(String body) {
      String path = "/actions/" + (bodies.size() + 1);
      bodies.put(path, keeping.apply(body));
      return json(201, body).with("Location", path);
    }

    private static Response json(int status, String body) {
      return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> found(UnaryOperator<String> keeping) {
    try (var server = SmallServer.start(new Actions(keeping)::answer)) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(60).withoutFuzzing());
      return new Conformance(Contracts.of("actions.yaml", ACTIONS), options, event -> {})
          .run().findings().stream().map(EnvelopeTest::told).toList();
    }
  }

  private static String told(ConformFinding finding) {
    return finding.rule().id() + " " + finding.pointer();
  }

  @Test
  void whatWasSentInAnEnvelopeIsReadInOne() {
    assertThat(found(body -> body)).noneMatch(told -> told.contains("write-"));
  }

  @Test
  void whatIsLostInAnEnvelopeIsTold() {
    assertThat(found(body -> body.replaceAll("(\"label\"\\s*:\\s*)\"[^\"]*\"", "$1\"lost\"")))
        .contains("conform/write-altered body:/attributes");
  }
}
