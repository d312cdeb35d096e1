package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the operations of a document's paths.
final class Operations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  private final Reading reading;
  private final ObjectNode root;
  private final Parameters parameters;
  private final Bodies bodies;
  private final Security security;

  Operations(Reading reading, ObjectNode root, Dialect dialect) {
    this.reading = reading;
    this.root = root;
    var schemas = new Schemas(reading, dialect);
    this.parameters = new Parameters(reading, schemas);
    this.bodies = new Bodies(reading, schemas, parameters);
    this.security = new Security(reading, root);
  }

  List<HttpOperation> read() {
    var operations = new ArrayList<HttpOperation>();
    if (!root.has("paths") && !root.has("webhooks") && !root.has("components")) {
      reading.add(
          Problem.error(
              "contract/no-paths",
              root.place(),
              "the document has no 'paths', so it offers nothing",
              "add 'paths' with the operations"));
    }
    for (ObjectNode.Member path : OpenApiReader.members(root.get("paths"))) {
      if (!path.name().startsWith("/")) {
        reading.add(
            Problem.error(
                "contract/bad-path",
                path.place(),
                "the path '" + path.name() + "' does not begin with a slash",
                "write '/" + path.name() + "'"));
      }
      reading
          .object(path.value(), "the path '" + path.name() + "'")
          .ifPresent(item -> addOperations(operations, PathTemplate.of(path.name()), item));
    }
    return operations;
  }

  private void addOperations(List<HttpOperation> all, PathTemplate path, ObjectNode item) {
    List<Parameter> shared = parameters.list(item.get("parameters"));
    for (ObjectNode.Member member : item.members()) {
      if (METHODS.contains(member.name())) {
        add(all, path, shared, member);
      }
    }
    OpenApiReader.members(item.get("additionalOperations"))
        .forEach(member -> add(all, path, shared, member));
  }

  private void add(
      List<HttpOperation> all, PathTemplate path, List<Parameter> shared, ObjectNode.Member key) {
    String method = key.name().toUpperCase(Locale.ROOT);
    if (!(key.value() instanceof ObjectNode operation)) {
      reading.object(key.value(), "the operation '" + key.name() + "'");
      return;
    }
    List<Parameter> own = merge(shared, parameters.list(operation.get("parameters")));
    all.add(
        new HttpOperation(
            Reading.text(operation, "operationId").orElse(method + " " + path.text()),
            method,
            path,
            Reading.text(operation, "summary").orElse(""),
            Reading.flag(operation, "deprecated").orElse(false),
            withPathParameters(path, own, key),
            body(operation),
            responses(operation, key),
            security.of(operation),
            key.place(),
            key.sourceLine()));
  }

  private static List<Parameter> merge(List<Parameter> shared, List<Parameter> own) {
    Map<String, Parameter> byPointer = new LinkedHashMap<>();
    shared.forEach(parameter -> byPointer.put(parameter.pointer(), parameter));
    own.forEach(parameter -> byPointer.put(parameter.pointer(), parameter));
    return List.copyOf(byPointer.values());
  }

  /// A parameter in the path's braces that nobody declared holds any text.
  private List<Parameter> withPathParameters(
      PathTemplate path, List<Parameter> declared, ObjectNode.Member key) {
    var all = new ArrayList<>(declared);
    for (String name : path.parameterNames()) {
      boolean isDeclared =
          declared.stream()
              .anyMatch(p -> p.in() == ParameterLocation.PATH && p.name().equals(name));
      if (!isDeclared) {
        reading.add(
            Problem.warning(
                "contract/undeclared-path-parameter",
                key.place(),
                "the parameter '" + name + "' of " + path.text() + " is not declared",
                "declare it under 'parameters' with 'in: path'"));
        all.add(Parameters.undeclared(name, key));
      }
    }
    return all;
  }

  private Optional<RequestBody> body(ObjectNode operation) {
    return Reading.member(operation, "requestBody").flatMap(bodies::request);
  }

  private List<ResponseSpec> responses(ObjectNode operation, ObjectNode.Member key) {
    Optional<Node> responses = Reading.member(operation, "responses");
    var all = new ArrayList<ResponseSpec>();
    for (ObjectNode.Member response : OpenApiReader.members(responses)) {
      bodies.response(response).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/no-responses",
              key.place(),
              "the operation documents no response, so none can be judged",
              "add 'responses' with the statuses it answers"));
    }
    return all;
  }
}
