package com.example.warehouse.stock.json;

import com.example.warehouse.stock.http.Problem;
import com.example.warehouse.stock.http.Response;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Problems as RFC 9457 says. */
public final class ProblemJson {

  private ProblemJson() {}

  public static Response of(Problem problem) {
    ObjectNode json =
        Json.object()
            .put("type", "https://warehouse.example/problems/" + problem.kind())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.getMessage());
    if (!problem.violations().isEmpty()) {
      ArrayNode errors = json.putArray("errors");
      for (Problem.Violation violation : problem.violations()) {
        errors.addObject().put("field", violation.field()).put("detail", violation.detail());
      }
    }
    return Response.problem(problem.status(), Json.bytes(json));
  }
}
