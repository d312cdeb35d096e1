package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Gathers operations by their paths, webhooks or addresses, in the order in which they come.
final class PathItemsJson {
  private static final Set<String> METHODS =
      Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

  private final OperationJson operations;
  private final Losses losses;
  private final Map<String, Members> items = new LinkedHashMap<>();

  PathItemsJson(OperationJson operations, Losses losses) {
    this.operations = operations;
    this.losses = losses;
  }

  /// Whether path items of 3.1 have this method.
  static boolean canSay(HttpOperation operation) {
    return METHODS.contains(operation.method());
  }

  void add(String key, HttpOperation operation) {
    if (!canSay(operation)) {
      losses.lost(operation.place(), "the method " + operation.method() + " (OpenAPI 3.2)");
      return;
    }
    Members item = items.computeIfAbsent(key, ignored -> new Members());
    String method = operation.method().toLowerCase(Locale.ROOT);
    if (!item.putIfAbsent(method, operations.of(operation))) {
      // The first is the one that requests are routed to.
      losses.lost(operation.place(), "a second " + operation.method() + " of '" + key + "'");
    }
  }

  JsonObject json() {
    var all = new Members();
    items.forEach((key, item) -> all.put(key, item.json()));
    return all.json();
  }
}
