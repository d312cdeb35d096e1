package dev.concordat.fuzz;

import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;

/// Requests to a GraphQL provider and its answers: `{"request": {"query": …}, "response": …}`.
record GraphQlRequestTarget(GraphQlJudge judge) implements Target {
  GraphQlRequestTarget() {
    this(new GraphQlJudge((GraphQlSchemaContract) Workspace.contract("every-type.graphql")));
  }

  @Override
  public void take(byte[] input) {
    JsonValue exchange = JsonParser.parse(input).value().orElse(JsonObject.EMPTY);
    JsonValue request = member(exchange, "request");
    judge.request(request);
    judge.response(request, member(exchange, "response"));
  }

  private static JsonValue member(JsonValue exchange, String name) {
    return exchange instanceof JsonObject object
        ? object.member(name).orElse(JsonObject.EMPTY)
        : new JsonString(name);
  }
}
