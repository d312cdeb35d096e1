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
import org.junit.jupiter.api.Test;

/// `Location` at a service whose creation answers with what was sent, which has a name and no id yet.
class LocationOfAnotherNameTest {
  private static final int REQUESTS = 60;
  private static final String FOUND = "conform/wrong-location";

  private static final String SCHEDULES =
      """
      openapi: 3.1.0
      info: {title: Schedules, version: '1'}
      paths:
        /schedules:
          post:
            operationId: createSchedule
            requestBody:
              required: true
              content: {application/json: {schema: {type: object, required: [scheduleName], properties: {scheduleName: {type: string, minLength: 1}}}}}
            responses:
              '201': {description: made, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {type: object}}}}
              '400': {description: wrong}
        /schedules/{scheduleId}:
          get:
            operationId: getSchedule
            parameters: [{name: scheduleId, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: one, content: {application/json: {schema: {type: object}}}}
              '404': {description: none}
      """;

  /// @param made what the creation shows beside the name
  private static Response answer(Request request, String made) {
    String name = new String(request.body(), StandardCharsets.UTF_8);
    boolean isOne = request.path().equals("/schedules/s-7");
    if (request.method().equals("POST") && name.contains("scheduleName")) {
      return json(201, name.replaceFirst("\\{", "{" + made)).with("Location", "/schedules/s-7");
    }
    return request.method().equals("GET") && isOne
        ? json(200, "{\"scheduleId\":\"s-7\",\"scheduleName\":\"nightly\"}")
        : Response.empty(request.method().equals("POST") ? 400 : 404);
  }

  private static Response json(int status, String body) {
    return Response.of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> found(String made) {
    try (var server = SmallServer.start(request -> answer(request, made))) {
      var options =
          ConformOptions.of(Endpoint.of(server.address(), false), 1)
              .with(Limits.USUAL.withRequests(REQUESTS).withoutFuzzing());
      return new Conformance(Contracts.of("schedules.yaml", SCHEDULES), options, event -> {})
          .run().findings().stream().map(ConformFinding::rule).map(rule -> rule.id()).toList();
    }
  }

  @Test
  void aNameIsNotComparedWithAnId() {
    assertThat(found("")).doesNotContain(FOUND);
  }

  @Test
  void twoIdsAreCompared() {
    assertThat(found("\"scheduleId\":\"s-8\",")).contains(FOUND);
  }
}
