package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.Optional;

/// Tells the kind of a contract by its top-level keys.
final class KindByKeys {
  private KindByKeys() {}

  static Optional<ContractKind> of(Node root) {
    if (!(root instanceof ObjectNode object)) {
      return Optional.empty();
    }
    if (object.has("openapi") || object.has("swagger")) {
      return Optional.of(ContractKind.OPENAPI);
    }
    if (object.has("asyncapi")) {
      return Optional.of(ContractKind.ASYNCAPI);
    }
    if (object.has("consumer")
        && object.has("provider")
        && (object.has("interactions") || object.has("messages"))) {
      return Optional.of(ContractKind.PACT);
    }
    boolean isMapping = object.has("request") && object.has("response");
    boolean isMappings = object.get("mappings").filter(ArrayNode.class::isInstance).isPresent();
    return isMapping || isMappings ? Optional.of(ContractKind.WIREMOCK) : Optional.empty();
  }
}
