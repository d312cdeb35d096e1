package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;
import java.util.Optional;

/// What the versions of OpenAPI write differently inside an operation.
interface OperationParts {
  /// The parameters of a list that are not part of the body.
  List<Parameter> parameters(Optional<Node> list);

  /// The body that an operation of a path item takes.
  Optional<RequestBody> body(ObjectNode item, ObjectNode operation);

  Optional<ResponseSpec> response(ObjectNode operation, ObjectNode.Member response);

  /// The alternatives of an operation; the document's where it has none of its own.
  List<List<SecurityNeed>> security(ObjectNode operation);
}
