package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.LinkSpec;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RuntimeExpression;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes links of responses.
final class LinkJson {
  private final Map<String, HttpOperation> byId = new HashMap<>();
  private final Losses losses;

  LinkJson(List<HttpOperation> operations, Losses losses) {
    this.losses = losses;
    operations.forEach(operation -> byId.putIfAbsent(operation.id(), operation));
  }

  JsonObject of(List<LinkSpec> links) {
    var all = new Members();
    for (LinkSpec link : links) {
      // One that leads nowhere is a problem of the contract already.
      link.operation().ifPresent(id -> put(all, link, id));
    }
    return all.json();
  }

  private void put(Members all, LinkSpec link, String id) {
    HttpOperation operation = byId.get(id);
    if (operation != null && !PathItemsJson.canSay(operation)) {
      losses.lost(link.place(), "a link to an operation that is left out");
      return;
    }
    Optional<String> byPath =
        Optional.ofNullable(operation)
            .filter(found -> !OperationJson.hasOwnId(found))
            .map(LinkJson::reference);
    var parameters = new Members();
    for (LinkSpec.Argument argument : link.parameters()) {
      String in = argument.in().map(location -> location.word() + ".").orElse("");
      parameters.put(in + argument.name(), content(argument.value()));
    }
    var json =
        new Members()
            .text("operationRef", byPath.orElse(""))
            .text("operationId", byPath.isPresent() ? "" : id)
            .object("parameters", parameters.json())
            .maybe("requestBody", link.body().map(LinkJson::content));
    link.server().ifPresent(server -> json.put("server", new Members().text("url", server).json()));
    all.put(link.name(), json.json());
  }

  private static String reference(HttpOperation operation) {
    String path = Pointers.escape(operation.path().text());
    return "#/paths/" + Percent.encode(path) + "/" + operation.method().toLowerCase(Locale.ROOT);
  }

  private static JsonValue content(LinkSpec.Content content) {
    return switch (content) {
      case LinkSpec.Content.Constant(JsonValue value) -> value;
      case LinkSpec.Content.Taken(RuntimeExpression expression) -> new JsonString(text(expression));
    };
  }

  private static String text(RuntimeExpression expression) {
    return switch (expression) {
      case RuntimeExpression.Url() -> "$url";
      case RuntimeExpression.Method() -> "$method";
      case RuntimeExpression.StatusCode() -> "$statusCode";
      case RuntimeExpression.Header(var side, var name) -> of(side) + "header." + name;
      case RuntimeExpression.Query(var side, var name) -> of(side) + "query." + name;
      case RuntimeExpression.Path(var side, var name) -> of(side) + "path." + name;
      case RuntimeExpression.Body(var side, var pointer) ->
          of(side) + "body" + (pointer.isEmpty() ? "" : "#" + pointer);
    };
  }

  private static String of(RuntimeExpression.Side side) {
    return "$" + side.name().toLowerCase(Locale.ROOT) + ".";
  }
}
