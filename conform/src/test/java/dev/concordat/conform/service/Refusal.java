package dev.concordat.conform.service;

import dev.concordat.conform.service.http.Response;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.nio.charset.StandardCharsets;

/// Ends a call with an error. An exception, because the service is written as services are: checks deep inside end the call.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Response response;

  private Refusal(Response response) {
    super("refused with " + response.status(), null, false, false);
    this.response = response;
  }

  Response response() {
    return response;
  }

  static Refusal of(int status, String title, String detail) {
    return new Refusal(problem(status, title, detail));
  }

  static Refusal of(Response response) {
    return new Refusal(response);
  }

  static Refusal invalid(String detail) {
    return of(400, "Invalid request", detail);
  }

  static Refusal absent() {
    return of(404, "Not found", "");
  }

  static Response problem(int status, String title, String detail) {
    JsonObject problem =
        JsonObject.EMPTY
            .with("type", new JsonString("about:blank"))
            .with("title", new JsonString(title))
            .with("status", JsonNumber.of(status));
    if (!detail.isEmpty()) {
      problem = problem.with("detail", new JsonString(detail));
    }
    return Response.of(
        status, "application/problem+json", problem.toString().getBytes(StandardCharsets.UTF_8));
  }
}
