package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Webhook;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.owner.Owner;
import java.util.List;

/// Writes a whole document.
final class DocumentJson {
  private static final String VERSION = "3.1.1";

  private final OpenApiContract contract;
  private final Components components;
  private final OperationJson operations;

  DocumentJson(OpenApiContract contract, Components components) {
    this.contract = contract;
    this.components = components;
    this.operations =
        new OperationJson(components, new LinkJson(contract.operations(), components.losses()));
  }

  JsonObject write() {
    var paths = new PathItemsJson(operations, components.losses());
    for (HttpOperation operation : contract.operations()) {
      paths.add(operation.path().text(), operation);
    }
    var webhooks = new PathItemsJson(operations, components.losses());
    for (Webhook webhook : contract.webhooks()) {
      webhooks.add(webhook.name(), webhook.operation());
    }
    JsonObject allPaths = paths.json();
    JsonObject allWebhooks = webhooks.json();
    return new Members()
        .text("openapi", VERSION)
        .put("info", info())
        .list("servers", servers())
        .put("paths", allPaths)
        .object("webhooks", allWebhooks)
        .object("components", components.json())
        .json();
  }

  private JsonObject info() {
    var info =
        new Members()
            .put("title", new JsonString(contract.title()))
            .put("version", new JsonString(contract.version()));
    contract.owner().ifPresent(owner -> put(info, owner));
    return info.json();
  }

  /// An owner that the contact names is still that; the word `x-owner` says more.
  private static void put(Members info, Owner owner) {
    if (owner.reason().endsWith("info.contact.name")) {
      info.put("contact", new Members().text("name", owner.team()).json());
    } else {
      info.text("x-owner", owner.team());
    }
  }

  /// The hosts are not part of a contract, only the paths before those of operations.
  private List<JsonValue> servers() {
    boolean isUnsaid = contract.basePaths().equals(List.of(""));
    return isUnsaid
        ? List.of()
        : contract.basePaths().stream()
            .<JsonValue>map(path -> new Members().text("url", path.isEmpty() ? "/" : path).json())
            .toList();
  }
}
