package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.Conformance;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.service.http.Request;
import dev.concordat.conform.service.http.Response;
import dev.concordat.conform.service.http.SmallServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// A service that takes a thing's name and place from its path, whatever the body says of them.
class PathsOwnValuesTest {
  private static final String PEERINGS =
      """
      openapi: 3.1.0
      info: {title: Peerings, version: '1'}
      paths:
        /peerings/{peering}:
          parameters:
          - {name: peering, in: path, required: true, schema: {type: string, pattern: '^[a-z0-9-]{1,40}$'}}
          put:
            operationId: putPeering
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Peering'}}}
            responses:
              '200': {description: put, content: {application/json: {schema: {$ref: '#/components/schemas/Peering'}}}}
              '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Peering'}}}}
              '400': {description: wrong}
          get:
            operationId: getPeering
            responses:
              '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Peering'}}}}
              '404': {description: none}
          delete:
            operationId: removePeering
            responses: {'204': {description: gone}, '404': {description: none}}
      components:
        schemas:
          Peering:
            type: object
            properties:
              name: {type: string}
              label: {type: string}
              reference: {type: object, properties: {peering: {type: string}, label: {type: string}}}
      """;

  /// Keeps peerings by path.
  private static final class Peerings {
    private final Map<String, JsonObject> all = new ConcurrentHashMap<>();
    private final boolean keepsLabels;

    Peerings(boolean keepsLabels) {
      this.keepsLabels = keepsLabels;
    }

    Response answer(Request request) {
      String path = request.path();
      if (!path.matches("/peerings/[a-z0-9-]{1,40}")) {
        return Response.empty(404);
      }
      return switch (request.method()) {
        case "PUT" ->
            JsonParser.parse(new String(request.body(), StandardCharsets.UTF_8))
                        .value()
                        .orElse(null)
                    instanceof JsonObject body
                ? put(path, body)
                : Response.empty(400);
        case "DELETE" -> Response.empty(all.remove(path) == null ? 404 : 204);
        case "GET" -> all.containsKey(path) ? json(200, all.get(path)) : Response.empty(404);
        default -> Response.empty(405).with("Allow", "GET, PUT, DELETE");
      };
    }

    private Response put(String path, JsonObject body) {
      var name = new JsonString(path.replaceFirst("^.*/", ""));
      JsonObject kept = body.with("name", name);
      if (body.member("reference").orElse(null) instanceof JsonObject reference) {
        kept = kept.with("reference", reference.with("peering", name));
      }
      JsonObject before = all.get(path);
      if (keepsLabels && before != null && before.has("label") && !body.has("label")) {
        kept = kept.with("label", before.member("label").orElseThrow());
      }
      all.put(path, kept);
      return json(before == null ? 201 : 200, kept);
    }

    private static Response json(int status, JsonObject body) {
      return Response.of(
          status, "application/json", JsonText.compact(body).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> found(boolean keepsLabels) {
    try (var server = SmallServer.start(new Peerings(keepsLabels)::answer)) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(120).withoutFuzzing());
      return new Conformance(Contracts.of("peerings.yaml", PEERINGS), options, event -> {})
          .run().findings().stream().map(PathsOwnValuesTest::told).toList();
    }
  }

  private static String told(ConformFinding finding) {
    return finding.rule().id() + " " + finding.message();
  }

  @Test
  void whatThePathSaysIsNeitherLostNorLeftOver() {
    assertThat(found(false)).noneMatch(told -> told.matches("conform/(put-|write-).*"));
  }

  @Test
  void whatAReplacementLeavesOverIsTold() {
    assertThat(found(true)).anyMatch(told -> told.startsWith("conform/put-not-full"));
  }
}
