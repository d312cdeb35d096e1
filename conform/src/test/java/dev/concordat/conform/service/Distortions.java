package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Response;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The faults that spoil an answer that was right.
final class Distortions {
  private static final int CALLS_TO_A_FLAKE = 4;

  private Distortions() {}

  /// The answer as it goes out.
  static Response of(Call call, Response right) {
    Response answer = right;
    for (Fault fault : call.faults()) {
      answer = spoiled(fault, call, answer);
    }
    return answer;
  }

  private static Response spoiled(Fault fault, Call call, Response answer) {
    int status = answer.status();
    return switch (call.operation() + " " + fault) {
      case "getCustomer WRONG_TYPE_IN_RESPONSE" ->
          edit(200, answer, body -> body.with("credit", new JsonString("100")));
      case "getCustomer FIELD_UNDECLARED" ->
          edit(200, answer, body -> body.with("passwordHash", new JsonString("$2a$10$e0MY")));
      case "getOrder FIELD_MISSING" -> edit(200, answer, body -> body.without("placedAt"));
      case "getOrder VALUE_OUTSIDE_ENUM" ->
          edit(200, answer, body -> body.with("status", new JsonString("PENDING")));
      case "getProduct FIELD_NULL" -> edit(200, answer, body -> body.with("name", JsonNull.NULL));
      case "createOrder DATE_WITHOUT_ZONE" ->
          edit(201, answer, body -> body.with("placedAt", new JsonString("2026-03-01T08:00:00")));
      case "deleteProduct UNDECLARED_SUCCESS" -> status == 204 ? answer.withStatus(202) : answer;
      case "listOrders CREATED_ON_GET" -> status == 200 ? answer.withStatus(201) : answer;
      case "patchCustomer NOT_IMPLEMENTED" ->
          status == 200 ? Refusal.problem(501, "Not implemented", "") : answer;
      case "listProducts WRONG_MEDIA_TYPE" -> status == 200 ? typed(answer, "text/plain") : answer;
      case "listOrders MALFORMED_JSON" ->
          status == 200 && answer.body().length == 2
              ? answer.withBody(body -> "[,]".getBytes(StandardCharsets.UTF_8))
              : answer;
      case "listProducts HEADER_MISSING" ->
          status == 200 ? answer.without("X-Total-Count") : answer;
      case "listProducts HEADER_WRONG" ->
          status == 200 ? answer.without("X-Total-Count").with("X-Total-Count", "many") : answer;
      case "getOrder ERROR_IN_OTHER_FORMAT" ->
          status == 404
              ? typed(answer, "application/json")
                  .withBody(
                      body -> "{\"error\":\"no such order\"}".getBytes(StandardCharsets.UTF_8))
              : answer;
      case "putProduct HTML_ERROR_PAGE" ->
          status == 400
              ? typed(answer, "text/html")
                  .withBody(
                      body ->
                          "<html><body><h1>Bad Request</h1></body></html>"
                              .getBytes(StandardCharsets.UTF_8))
              : answer;
      case "getDocument BODY_CUT" -> status == 200 ? answer.ending(Response.Ending.CUT) : answer;
      case "createOrder LOCATION_MISSING" -> answer.without("Location");
      case "listCustomers NO_CHALLENGE" -> answer.without("WWW-Authenticate");
      case "deleteProduct BODY_WITH_204" ->
          status == 204
              ? typed(answer, "application/json")
                  .withBody(body -> "{\"deleted\":true}".getBytes(StandardCharsets.UTF_8))
                  .ending(Response.Ending.WITH_BODY)
              : answer;
      case "getDocument BODY_WITH_304" ->
          status == 304
              ? typed(answer, "application/json")
                  .withBody(body -> "{\"title\":\"same\"}".getBytes(StandardCharsets.UTF_8))
                  .ending(Response.Ending.WITH_BODY)
              : answer;
      case "headDocument HEAD_DIFFERS" ->
          status == 200 ? answer.without("ETag").with("ETag", "\"head\"") : answer;
      case "getProduct FLAKY" ->
          status == 200 && ++call.store().reads % CALLS_TO_A_FLAKE == 0
              ? Refusal.problem(500, "Internal error", "connection pool exhausted")
              : answer;
      case "getOrder FLAKY_EVERY_SECOND" ->
          status == 200 && ++call.store().orderReads % 2 == 0
              ? edit(200, answer, body -> body.with("status", new JsonString("PENDING")))
              : answer;
      case "getStock FLAKY_FIRST" ->
          status == 200 && call.store().stockReads++ == 0
              ? Refusal.problem(500, "Internal error", "warming up")
              : answer;
      default -> answer;
    };
  }

  private static Response typed(Response answer, String mediaType) {
    return answer.without("Content-Type").with("Content-Type", mediaType);
  }

  private static Response edit(int status, Response answer, UnaryOperator<JsonObject> change) {
    return answer.status() == status
            && JsonParser.parse(answer.body()).value().orElse(null) instanceof JsonObject body
        ? answer.withBody(old -> change.apply(body).toString().getBytes(StandardCharsets.UTF_8))
        : answer;
  }

  /// The answer to a method that the path does not have, as it goes out.
  static Response ofRefusedMethod(
      Set<Fault> faults, List<String> path, Response right, String method) {
    Response answer = right;
    boolean isList = path.size() == 1;
    if (faults.contains(Fault.ALLOW_MISSING) && isList && path.getFirst().equals("products")) {
      answer = answer.without("Allow");
    }
    if (faults.contains(Fault.ALLOW_WRONG) && isList && path.getFirst().equals("customers")) {
      answer = answer.without("Allow").with("Allow", "GET, HEAD, DELETE");
    }
    if (faults.contains(Fault.HIDDEN_METHOD)
        && method.equals("PATCH")
        && path.getFirst().equals("products")
        && path.size() == 2) {
      answer = Call.json(200, JsonObject.EMPTY);
    }
    if (faults.contains(Fault.CRASH_ON_METHOD) && path.getFirst().equals("documents")) {
      answer = Refusal.problem(500, "Internal error", "Request method not supported");
    }
    return answer;
  }
}
