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
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Operations as Swagger 2.0 writes them.
final class SwaggerParts implements OperationParts {
  private final SwaggerParameters parameters;
  private final SwaggerBodies bodies;
  private final SwaggerResponses responses;
  private final Security security;

  SwaggerParts(Reading reading, ObjectNode root) {
    var schemas = new Schemas(reading, Dialect.SWAGGER_2_0);
    var mediaTypes = new SwaggerMediaTypes(reading, root);
    this.parameters = new SwaggerParameters(reading, schemas);
    this.bodies = new SwaggerBodies(reading, schemas, parameters, mediaTypes);
    this.responses = new SwaggerResponses(reading, schemas, parameters, mediaTypes);
    this.security = Security.swagger(reading, root);
  }

  static Operations operations(Reading reading, ObjectNode root, String specification) {
    if (!specification.startsWith("2")) {
      reading.add(
          Problem.warning(
              "contract/unknown-version",
              root.get("swagger").map(Node::place).orElseGet(root::place),
              "Swagger '" + specification + "' is not a version that is known; it is read as 2.0",
              "write 2.0"));
    }
    return Operations.swagger(reading, root);
  }

  @Override
  public List<Parameter> parameters(Optional<Node> list) {
    return parameters.outsideOfBody(list);
  }

  @Override
  public Optional<RequestBody> body(ObjectNode item, ObjectNode operation) {
    return bodies.read(item, operation);
  }

  @Override
  public Optional<ResponseSpec> response(ObjectNode operation, ObjectNode.Member response) {
    return responses.read(operation, response);
  }

  @Override
  public List<List<SecurityNeed>> security(ObjectNode operation) {
    return security.of(operation);
  }
}
