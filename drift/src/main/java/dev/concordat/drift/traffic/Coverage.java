package dev.concordat.drift.traffic;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.mock.BodyPlaces;
import dev.concordat.model.drift.NeverSeen;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which operations, statuses and fields of contracts traffic showed. Not thread-safe.
final class Coverage {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_FIELDS = 500;

  /// A member that was left out would be told as never seen; bodies have their own limit.
  private static final int ALL = Integer.MAX_VALUE;

  private final Map<String, Set<String>> statuses = new LinkedHashMap<>();
  private final Map<String, Set<String>> fields = new LinkedHashMap<>();

  /// Notes an answer.
  ///
  /// @param status as the contract writes it: `200`, `4XX`
  void saw(HttpOperation operation, String status, List<JsonValue> bodies) {
    statuses.computeIfAbsent(operation.methodAndPath(), any -> new LinkedHashSet<>()).add(status);
    Set<String> seen =
        fields.computeIfAbsent(
            operation.methodAndPath() + " " + status, any -> new LinkedHashSet<>());
    bodies.forEach(body -> BodyPlaces.collect(body, seen, ALL));
  }

  /// What the contract documents and nothing showed: whole operations, statuses of those that were called, fields of answers
  /// that came.
  List<NeverSeen> missing(OpenApiContract contract) {
    List<NeverSeen> missing = new ArrayList<>();
    for (HttpOperation operation : contract.operations()) {
      String name = operation.methodAndPath();
      Set<String> seen = statuses.getOrDefault(name, Set.of());
      if (seen.isEmpty()) {
        missing.add(
            new NeverSeen(
                name, "operation", new Sentence(operation.place(), operation.sourceLine())));
        continue;
      }
      for (ResponseSpec response : operation.responses()) {
        if (!seen.contains(response.status())) {
          missing.add(
              new NeverSeen(
                  name,
                  "status " + response.status(),
                  new Sentence(response.place(), response.sourceLine())));
        } else {
          fields(name, response, missing);
        }
      }
    }
    return missing;
  }

  private void fields(String operation, ResponseSpec response, List<NeverSeen> missing) {
    Set<String> seen = fields.getOrDefault(operation + " " + response.status(), Set.of());
    for (MediaTypeSpec content : response.content()) {
      content
          .schema()
          .filter(schema -> content.mediaType().isJson() && !seen.isEmpty())
          .ifPresent(schema -> walk(operation, schema, "", seen, missing, 0));
    }
  }

  private static void walk(
      String operation,
      Schema schema,
      String pointer,
      Set<String> seen,
      List<NeverSeen> missing,
      int depth) {
    if (depth > MAX_DEPTH || missing.size() > MAX_FIELDS) {
      return;
    }
    SchemaView view = schema.view();
    view.properties()
        .forEach(
            (name, member) -> {
              String at = pointer + "/" + Pointers.escape(name);
              if (seen.contains(at)) {
                walk(operation, member, at, seen, missing, depth + 1);
              } else {
                missing.add(
                    new NeverSeen(
                        operation,
                        "field " + at,
                        new Sentence(member.place(), member.node().sourceLine())));
              }
            });
    view.items()
        .ifPresent(items -> walk(operation, items, pointer + "/*", seen, missing, depth + 1));
    view.allOf().forEach(part -> walk(operation, part, pointer, seen, missing, depth + 1));
  }
}
