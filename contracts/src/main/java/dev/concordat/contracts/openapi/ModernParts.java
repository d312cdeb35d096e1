package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Operations as OpenAPI 3 writes them.
final class ModernParts implements OperationParts {
  private final Parameters parameters;
  private final Bodies bodies;
  private final Security security;

  ModernParts(Reading reading, ObjectNode root, Dialect dialect, Links links) {
    var schemas = new Schemas(reading, dialect);
    this.parameters = new Parameters(reading, schemas);
    this.bodies = new Bodies(reading, schemas, parameters, links);
    this.security = Security.modern(reading, root);
  }

  @Override
  public List<Parameter> parameters(Optional<Node> list) {
    return parameters.list(list);
  }

  @Override
  public Optional<RequestBody> body(ObjectNode item, ObjectNode operation) {
    return Reading.member(operation, "requestBody").flatMap(bodies::request);
  }

  @Override
  public Optional<ResponseSpec> response(ObjectNode operation, ObjectNode.Member response) {
    return bodies.response(response);
  }

  @Override
  public List<List<SecurityNeed>> security(ObjectNode operation) {
    return security.of(operation);
  }
}
