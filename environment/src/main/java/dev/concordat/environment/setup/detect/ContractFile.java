package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.tree.Node;
import java.nio.file.Path;

/// A contract found by its content.
record ContractFile(Path path, ContractKind kind, Node root) {
  boolean isProvidable() {
    return kind == ContractKind.OPENAPI || kind == ContractKind.ASYNCAPI;
  }
}
