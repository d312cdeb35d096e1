package com.example.payments;

import com.example.payments.charge.Charge;
import com.example.payments.charge.ChargeRequest;
import com.example.payments.charge.Ledger;
import com.example.payments.charge.Refund;
import com.example.payments.charge.RefundRequest;
import com.example.payments.http.Parameters;
import com.example.payments.http.Problem;
import com.example.payments.http.Request;
import com.example.payments.http.Response;
import com.example.payments.http.Router;
import com.example.payments.json.Json;
import com.example.payments.json.ProblemJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The operations of openapi.yaml. */
final class PaymentsApi {

  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final Ledger ledger;

  PaymentsApi(Ledger ledger) {
    this.ledger = ledger;
  }

  Router router() {
    return new Router(ProblemJson::of)
        .on("GET", "/health", request -> Response.json(200, Json.bytes(Map.of("status", "UP"))))
        .on("POST", "/charges", this::charge)
        .on("GET", "/charges", this::list)
        .on("GET", "/charges/{chargeId}", this::get)
        .on("POST", "/charges/{chargeId}/refunds", this::refund);
  }

  private Response charge(Request request) {
    byte[] body = request.jsonBody();
    Parameters parameters = new Parameters(request);
    String key = parameters.header("Idempotency-Key", IDEMPOTENCY_KEY);
    parameters.check();
    Ledger.Result result = ledger.charge(key, ChargeRequest.from(Json.input(body)));
    byte[] json = Json.bytes(result.charge().json());
    return result.created()
        ? Response.json(201, json).with("Location", "/charges/" + result.charge().id())
        : Response.json(200, json);
  }

  private Response list(Request request) {
    Parameters parameters = new Parameters(request);
    Optional<UUID> orderId = parameters.uuid("orderId");
    int limit = parameters.integer("limit", 1, 100, 20);
    parameters.check();
    List<Charge> charges = ledger.list(orderId);
    JsonArray items = new JsonArray();
    charges.stream().limit(limit).map(Charge::json).forEach(items::add);
    JsonObject json = new JsonObject();
    json.add("items", items);
    json.addProperty("total", charges.size());
    return Response.json(200, Json.bytes(json));
  }

  private Response get(Request request) {
    try {
      UUID id = new Parameters(request).uuidInPath("chargeId");
      Charge charge =
          ledger.find(id).orElseThrow(() -> Problem.notFound("There is no charge " + id + "."));
      return Response.json(200, Json.bytes(charge.json()));
    } catch (Problem problem) {
      if (Faults.enabled("payments-legacy-error")) {
        return ProblemJson.legacy(problem);
      }
      throw problem;
    }
  }

  private Response refund(Request request) {
    byte[] body = request.jsonBody();
    UUID id = new Parameters(request).uuidInPath("chargeId");
    Refund refund = ledger.refund(id, RefundRequest.from(Json.input(body)));
    return Response.json(201, Json.bytes(refund.json()));
  }
}
