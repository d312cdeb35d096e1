package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes operations.
final class OperationJson {
  private final Components components;
  private final LinkJson links;
  private final ContentJson content;

  OperationJson(Components components, LinkJson links) {
    this.components = components;
    this.links = links;
    this.content = new ContentJson(components);
  }

  /// An operation without an id of its own is known by its method and path.
  static boolean hasOwnId(HttpOperation operation) {
    return !operation.id().equals(operation.methodAndPath());
  }

  JsonObject of(HttpOperation operation) {
    var json =
        new Members()
            .text("operationId", hasOwnId(operation) ? operation.id() : "")
            .text("summary", operation.summary())
            .flag("deprecated", operation.deprecated())
            .list(
                "parameters",
                operation.parameters().stream()
                    .flatMap(parameter -> content.parameters().parameter(parameter).stream())
                    .toList())
            .maybe("requestBody", operation.body().map(this::body))
            .object("responses", responses(operation.responses()))
            .object("callbacks", callbacks(operation.callbacks()));
    List<JsonObject> security =
        operation.security().stream()
            .map(needs -> SecurityJson.alternative(needs, components))
            .toList();
    return json.list("security", security).json();
  }

  private JsonObject body(RequestBody body) {
    return new Members()
        .flag("required", body.required())
        .put("content", content.of(body.content()))
        .json();
  }

  private JsonObject responses(List<ResponseSpec> responses) {
    var all = new Members();
    for (ResponseSpec response : responses) {
      all.putIfAbsent(response.status(), response(response));
    }
    return all.json();
  }

  private JsonValue response(ResponseSpec response) {
    return new Members()
        .put("description", new JsonString(Reasons.of(response.status())))
        .object("headers", content.parameters().headers(response.headers()))
        .object("content", content.of(response.content()))
        .object("links", links.of(response.links()))
        .json();
  }

  private JsonObject callbacks(List<Callback> callbacks) {
    Map<String, PathItemsJson> byName = new LinkedHashMap<>();
    for (Callback callback : callbacks) {
      byName
          .computeIfAbsent(callback.name(), ignored -> new PathItemsJson(this, components.losses()))
          .add(callback.url().text(), callback.operation());
    }
    var all = new Members();
    byName.forEach((name, items) -> all.object(name, items.json()));
    return all.json();
  }
}
