package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.json.JsonObject;

/// Writes contracts as OpenAPI 3.1, whatever version they were read from. Schemas that are referred to become components,
/// those of other files too. What 3.1 has no words for is left out and told. Descriptions, tags, servers' hosts and what else
/// a contract does not keep are not written.
public final class OpenApiWriter {
  private OpenApiWriter() {}

  /// The contract as a document. The same contract always gives the same document.
  public static WrittenOpenApi write(OpenApiContract contract) {
    // The first round only finds the schemas that need a name.
    var components = new Components(contract.file());
    new DocumentJson(contract, components).write();
    Components named = components.named();
    JsonObject document = new DocumentJson(contract, named).write();
    return new WrittenOpenApi(document, named.losses().all());
  }
}
