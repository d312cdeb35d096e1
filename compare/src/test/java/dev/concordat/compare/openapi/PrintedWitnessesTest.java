package dev.concordat.compare.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every break that is printed has a message that the one contract allows and the other does not, as others find too: the
/// judges of whole messages, and two validators of JSON Schema that others wrote.
final class PrintedWitnessesTest {
  private static final String BEFORE =
      """
      openapi: 3.1.0
      info: {title: Shop, version: '1'}
      servers: [{url: https://shop.example/v1}]
      paths:
        /orders:
          get:
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
              - {name: status, in: query, schema: {enum: [open, done]}}
              - {name: X-Tenant, in: header, schema: {type: string}}
            responses:
              '200':
                description: all
                headers: {X-Total: {required: true, schema: {type: integer}}}
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        type: object
                        required: [id, total]
                        properties:
                          id: {type: string}
                          total: {type: number, minimum: 0}
                          state: {enum: [open, done]}
          post:
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      sku: {type: string, maxLength: 10}
                      quantity: {type: integer, maximum: 100}
                      gift: {type: [boolean, 'null']}
            responses: {'201': {description: made}}
        /orders/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: it}}
          delete:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'204': {description: gone}}
      """;

  private static final String AFTER =
      BEFORE
          .replace(
              "limit, in: query, schema: {type: integer}",
              "limit, in: query, schema: {type: integer, maximum: 50}")
          .replace("in: query, schema: {enum: [open, done]}", "in: query, schema: {enum: [open]}")
          .replace("in: header, schema", "in: header, required: true, schema")
          .replace("{required: true, schema: {type: integer}}", "{schema: {type: integer}}")
          .replace("required: [id, total]", "required: [id]")
          .replace("minimum: 0", "minimum: -1")
          .replace("state: {enum: [open, done]}", "state: {enum: [open, done, lost]}")
          .replace("maxLength: 10", "maxLength: 5")
          .replace("maximum: 100}", "maximum: 99}")
          .replace("type: [boolean, 'null']", "type: boolean")
          .replace(
              "required: true, schema: {type: string}}]\n      responses: {'200'",
              "required: true, schema: {type: string, minLength: 3}}]\n      responses: {'200'")
          .replaceFirst("(?s)    delete:.*", "");

  private final OpenApiContract before = (OpenApiContract) Http.contract("old.yaml", BEFORE);
  private final OpenApiContract after = (OpenApiContract) Http.contract("new.yaml", AFTER);

  @Test
  void everyBreakHasAMessageThatJudgesAndValidatorsAgreeOn() {
    // When
    List<Difference> breaks =
        Http.comparison(BEFORE, AFTER).differences().stream()
            .filter(each -> each.impact() == Impact.BREAKS)
            .toList();
    // Then
    var disputed = new ArrayList<String>();
    for (Difference difference : breaks) {
      if (!(difference.evidence() instanceof Evidence.Witnessed(Witness witness))
          || !isAgreed(witness.message())) {
        disputed.add(Http.line(difference));
      }
    }
    assertEquals(List.of(), disputed);
    assertEquals(12, breaks.size(), () -> breaks.stream().map(Http::line).toList().toString());
  }

  private boolean isAgreed(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(HttpRequestMessage request) ->
          new HttpJudge(before).judgeRequest(request).isEmpty()
              && !new HttpJudge(after).judgeRequest(request).isEmpty()
              && isAgreedBody(
                  bodyOf(before, request), bodyOf(after, request), request.body().utf8());
      case WitnessMessage.HttpResponse(HttpRequestMessage request, HttpResponseMessage response) ->
          new HttpJudge(after).judgeResponse(request, response).isEmpty()
              && !new HttpJudge(before).judgeResponse(request, response).isEmpty()
              && isTaken(bodyOf(after, request, response), response.body().utf8());
      default -> false;
    };
  }

  /// The sender's validators take the body; the receiver's do not, unless something else than the body is refused.
  private static boolean isAgreedBody(
      Optional<MediaTypeSpec> sender, Optional<MediaTypeSpec> receiver, String body) {
    return body.isEmpty() || (isTaken(sender, body) && !isTaken(receiver, body));
  }

  private static boolean isTaken(Optional<MediaTypeSpec> type, String body) {
    String schema = type.flatMap(MediaTypeSpec::schema).orElseThrow().node().toJson().toString();
    boolean ours =
        SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
            .getSchema(schema, InputFormat.JSON)
            .validate(body, InputFormat.JSON)
            .isEmpty();
    Validator validator =
        new ValidatorFactory()
            .withDefaultDialect(new dev.harrel.jsonschema.Dialects.Draft2020Dialect())
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    URI uri = validator.registerSchema(schema);
    boolean theirs = validator.validate(uri, body).isValid();
    assertEquals(ours, theirs, "validators disagree about " + body);
    return ours;
  }

  private static Optional<MediaTypeSpec> bodyOf(
      OpenApiContract contract, HttpRequestMessage request) {
    return contract
        .route(request.method(), request.path())
        .flatMap(routed -> routed.operation().body())
        .map(body -> body.content().getFirst());
  }

  private static Optional<MediaTypeSpec> bodyOf(
      OpenApiContract contract, HttpRequestMessage request, HttpResponseMessage response) {
    return contract
        .route(request.method(), request.path())
        .flatMap(routed -> routed.operation().response(response.status()))
        .map(each -> each.content().getFirst());
  }
}
