package dev.concordat.compare.pact;

import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlReader;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An interaction that carries a GraphQL request (GraphQL over HTTP: a JSON body with `query`, or query parameters).
///
/// @param body `{query, operationName, variables}`
/// @param document its query; empty where it is none
record GraphQlCall(
    HttpInteraction interaction, JsonObject body, Optional<GraphQlDocumentContract> document) {
  static Optional<GraphQlCall> of(String file, HttpInteraction interaction) {
    return inBody(interaction.request())
        .or(() -> inQuery(interaction.request()))
        .map(body -> new GraphQlCall(interaction, body, parsed(file, body)));
  }

  private static Optional<JsonObject> inBody(ExpectedRequest request) {
    return JsonParser.parse(request.body().bytes().toArray())
        .value()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(body -> text(body, "query").isPresent());
  }

  private static Optional<JsonObject> inQuery(ExpectedRequest request) {
    Optional<String> query = parameter(request, "query").filter(GraphQlCall::looksLikeOne);
    return query.map(
        text -> {
          JsonObject body = JsonObject.EMPTY.with("query", new JsonString(text));
          body =
              with(body, "operationName", parameter(request, "operationName").map(JsonString::new));
          return with(
              body,
              "variables",
              parameter(request, "variables").flatMap(it -> JsonParser.parse(it).value()));
        });
  }

  private static JsonObject with(
      JsonObject body, String name, Optional<? extends JsonValue> value) {
    return value.isPresent() ? body.with(name, value.get()) : body;
  }

  private static Optional<String> parameter(ExpectedRequest request, String name) {
    return Optional.ofNullable(request.query().get(name)).stream()
        .flatMap(List::stream)
        .findFirst()
        .or(
            () ->
                RequestFields.query(request.queryText()).stream()
                    .filter(field -> field.name().equals(name))
                    .map(RequestFields.Field::raw)
                    .findFirst());
  }

  private static boolean looksLikeOne(String text) {
    return text.indexOf('{') >= 0;
  }

  static Optional<String> text(JsonObject body, String name) {
    return body.member(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }

  String operationName() {
    return text(body, "operationName").orElse("");
  }

  private static Optional<GraphQlDocumentContract> parsed(String file, JsonObject body) {
    byte[] query = text(body, "query").orElse("").getBytes(StandardCharsets.UTF_8);
    return GraphQlReader.read(TextFile.of(Path.of(""), file, query))
            instanceof GraphQlDocumentContract document
        ? Optional.of(document)
        : Optional.empty();
  }

  /// What positions call it: the operation's name, else method and path.
  String title() {
    String named = operationName();
    Optional<String> only =
        document.stream()
            .flatMap(each -> each.operations().stream())
            .map(GraphQlDocumentContract.Operation::name)
            .filter(name -> !name.isEmpty())
            .findFirst();
    ExpectedRequest request = interaction.request();
    return named.isEmpty() ? only.orElseGet(() -> request.method() + " " + request.path()) : named;
  }
}
