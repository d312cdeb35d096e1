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
import dev.concordat.wire.caller.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a provider comes upon by itself is not taken for what a client sent, nor a text for what it looks like.
class NoChanceTest {
  private static final String SESSIONS =
      """
      openapi: 3.1.0
      info: {title: Sessions, version: '1'}
      paths:
        /sessions:
          post:
            operationId: createSession
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Session'}}}
            responses:
              '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Session'}}}}
              '400': {description: wrong}
        /sessions/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: getSession
            responses:
              '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Session'}}}}
              '404': {description: none, content: {text/plain: {schema: {type: string}}}}
      components:
        schemas:
          Session:
            type: object
            required: [label]
            properties:
              id: {type: string, readOnly: true}
              label: {type: string, minLength: 1}
              token: {type: string, readOnly: true}
              state: {enum: [complete, incomplete], readOnly: true}
      """;

  /// The provider's tokens are words, the same that are made for cases: each comes up at some time.
  private static final List<String> WORDS =
      List.of("maple", "river", "amber", "cedar", "harbor", "meadow", "willow", "copper");

  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();

  private List<ConformFinding> found(boolean keepsToken, String refusal) {
    try (var server = SmallServer.start(request -> answer(request, keepsToken, refusal))) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(150).withoutFuzzing());
      return new Conformance(Contracts.of("sessions.yaml", SESSIONS), options, event -> {})
          .run()
          .findings();
    }
  }

  private Response answer(Request request, boolean keepsToken, String refusal) {
    if (request.method().equals("POST") && request.path().equals("/sessions")) {
      return created(request, keepsToken);
    }
    String known = kept.get(request.path());
    return known == null || !request.method().equals("GET")
        ? Response.of(404, "text/plain", refusal.getBytes(StandardCharsets.UTF_8))
        : json(200, known);
  }

  private Response created(Request request, boolean keepsToken) {
    if (!(JsonParser.parse(request.body()).value().orElse(null) instanceof JsonObject sent)
        || !(sent.member("label").orElse(null) instanceof JsonString(String label))
        || label.isEmpty()) {
      return Response.empty(400);
    }
    int number = made.incrementAndGet();
    var own = new JsonString(WORDS.get(number % WORDS.size()));
    JsonObject session =
        JsonObject.EMPTY
            .with("id", new JsonString("s" + number))
            .with("label", new JsonString(label))
            .with("token", keepsToken ? sent.member("token").orElse(own) : own)
            .with("state", new JsonString(number % 2 == 0 ? "complete" : "incomplete"));
    kept.put("/sessions/s" + number, session.toString());
    return json(201, session.toString());
  }

  private static Response json(int status, String body) {
    return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules(List<ConformFinding> findings) {
    return findings.stream().map(finding -> finding.breaks().id()).toList();
  }

  @Test
  void aWordThatTheProviderChoseItselfIsNotTheOneThatWasSent() {
    assertThat(rules(found(false, "none"))).doesNotContain("conform/read-only-written");
  }

  @Test
  void aReadOnlyMemberThatIsKeptIsTold() {
    assertThat(found(true, "none"))
        .filteredOn(finding -> finding.breaks().id().equals("conform/read-only-written"))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("as the client wrote it"));
  }

  @Test
  void theEndOfAWordBeforeAColonIsNoDrive() {
    assertThat(rules(found(false, "see the URL:\\n\\ below")))
        .doesNotContain("conform/leaked-internals");
    assertThat(rules(found(false, "cannot open C:\\shop\\orders.cs")))
        .contains("conform/leaked-internals");
  }
}
