package com.example.payments.json;

import com.example.payments.http.Problem;
import com.example.payments.http.Response;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Problems as RFC 9457 says. */
public final class ProblemJson {

  private ProblemJson() {}

  public static Response of(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("type", "https://payments.example/problems/" + problem.kind());
    json.addProperty("title", problem.title());
    json.addProperty("status", problem.status());
    json.addProperty("detail", problem.getMessage());
    if (!problem.violations().isEmpty()) {
      JsonArray errors = new JsonArray();
      for (Problem.Violation violation : problem.violations()) {
        JsonObject error = new JsonObject();
        error.addProperty("field", violation.field());
        error.addProperty("detail", violation.detail());
        errors.add(error);
      }
      json.add("errors", errors);
    }
    return Response.problem(problem.status(), Json.bytes(json));
  }

  /** The format of version 1 of this API. */
  public static Response legacy(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("error", problem.kind().replace('-', '_'));
    json.addProperty("message", problem.getMessage());
    return Response.json(problem.status(), Json.bytes(json));
  }
}
