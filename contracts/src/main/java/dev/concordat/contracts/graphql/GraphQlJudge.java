package dev.concordat.contracts.graphql;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges what goes over HTTP between a consumer and a GraphQL provider, by the provider's schema. Thread-safe.
public final class GraphQlJudge {
  private static final Set<String> RESPONSE_MEMBERS = Set.of("data", "errors", "extensions");

  private final GraphQlSchemaContract contract;

  public GraphQlJudge(GraphQlSchemaContract contract) {
    this.contract = contract;
  }

  /// Where a request breaks the schema: its document, the choice of the operation, its variables.
  ///
  /// @param body `{query, operationName, variables}`
  public List<Breach> request(JsonValue body) {
    return contract.executable().map(schema -> asked(schema, body).breaches()).orElseGet(List::of);
  }

  /// Where a response is not what its request asked for. Nothing for a request that is wrong itself.
  ///
  /// @param request `{query, operationName, variables}`
  /// @param response `{data, errors, extensions}`
  public List<Breach> response(JsonValue request, JsonValue response) {
    if (contract.executable().isEmpty()) {
      return List.of();
    }
    Asked asked = asked(contract.executable().get(), request);
    return asked.operation().isEmpty() || !asked.breaches().isEmpty()
        ? List.of()
        : judge(contract.executable().get(), asked, asked.operation().get(), response);
  }

  /// A request, understood as far as it is right.
  private record Asked(
      Document document,
      Optional<OperationDefinition> operation,
      Map<String, Object> variables,
      List<Breach> breaches) {}

  private Asked asked(GraphQLSchema schema, JsonValue body) {
    var breaches = new ArrayList<Breach>();
    Document document = Document.newDocument().build();
    Optional<String> query = text(body, "query");
    if (query.isEmpty()) {
      breaches.add(ofRequest("request", "/query", "the request has no `query`", Optional.empty()));
      return new Asked(document, Optional.empty(), Map.of(), breaches);
    }
    try {
      document = Parsing.strictly(query.get());
    } catch (InvalidSyntaxException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " in line " + e.getLocation().getLine() + ", column " + e.getLocation().getColumn();
      breaches.add(
          ofRequest("request", "/query", "the query cannot be parsed" + where, Optional.empty()));
      return new Asked(document, Optional.empty(), Map.of(), breaches);
    }
    for (ValidationError error : Validation.errors(schema, document)) {
      String message = Validation.message(error);
      breaches.add(ofRequest("request", "/query", message, Validation.subject(contract, message)));
    }
    Optional<OperationDefinition> operation = operation(document, body, breaches);
    Map<String, Object> variables =
        breaches.isEmpty() && operation.isPresent()
            ? variables(schema, operation.get(), body, breaches)
            : Map.of();
    return new Asked(document, operation, variables, breaches);
  }

  private static Optional<String> text(JsonValue body, String name) {
    return body instanceof JsonObject object
            && object.member(name).orElse(JsonNull.NULL) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<OperationDefinition> operation(
      Document document, JsonValue body, List<Breach> breaches) {
    List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
    Optional<String> name = text(body, "operationName");
    List<OperationDefinition> meant =
        operations.stream()
            .filter(one -> name.isEmpty() || name.get().equals(one.getName()))
            .toList();
    if (meant.size() == 1) {
      return Optional.of(meant.getFirst());
    }
    String message =
        meant.isEmpty()
            ? name.map(it -> "the document has no operation `" + it + "`")
                .orElse("the document has no operation")
            : "the document has " + meant.size() + " operations, and `operationName` names none";
    breaches.add(ofRequest("request", "/operationName", message, Optional.empty()));
    return Optional.empty();
  }

  private Map<String, Object> variables(
      GraphQLSchema schema, OperationDefinition operation, JsonValue body, List<Breach> breaches) {
    JsonValue given =
        body instanceof JsonObject object
            ? object.member("variables").orElse(JsonNull.NULL)
            : JsonNull.NULL;
    if (given != JsonNull.NULL && !(given instanceof JsonObject)) {
      breaches.add(
          ofRequest(name(operation), "/variables", "`variables` is no object", Optional.empty()));
      return Map.of();
    }
    JsonObject values = given instanceof JsonObject object ? object : JsonObject.EMPTY;
    try {
      return ValuesResolver.coerceVariableValues(
              schema,
              operation.getVariableDefinitions(),
              RawVariables.of(JavaValues.map(values)),
              GraphQLContext.getDefault(),
              Locale.ROOT)
          .toMap();
    } catch (GraphQLException e) {
      String message = String.valueOf(e.getMessage());
      breaches.add(
          ofRequest(name(operation), "/variables", message, Validation.subject(contract, message)));
      return Map.of();
    }
  }

  private static String name(OperationDefinition operation) {
    return operation.getName() == null
        ? operation.getOperation().name().toLowerCase(Locale.ROOT)
        : operation.getName();
  }

  private Breach ofRequest(
      String operation, String pointer, String message, Optional<GraphQlType> subject) {
    return new Breach(
        Breach.Kind.BAD_REQUEST_BODY,
        operation,
        pointer,
        subject.map(GraphQlType::place).orElseGet(() -> Place.of(contract.file())),
        subject.map(GraphQlType::sentence).orElse(""),
        message,
        "a request that fits the schema",
        message);
  }

  private List<Breach> judge(
      GraphQLSchema schema, Asked asked, OperationDefinition operation, JsonValue response) {
    var judging = new ResponseJudging(contract, schema, name(operation));
    if (!(response instanceof JsonObject object)) {
      judging.whole(
          Breach.Kind.MALFORMED_BODY,
          "",
          "the response is no object",
          "an object",
          response.type());
      return judging.breaches();
    }
    object.members().keySet().stream()
        .filter(member -> !RESPONSE_MEMBERS.contains(member))
        .forEach(
            member ->
                judging.whole(
                    Breach.Kind.UNEXPECTED_FIELD,
                    "/" + member,
                    "a response has no member `" + member + "`",
                    "data, errors, extensions",
                    member));
    Optional<JsonValue> errors = object.member("errors");
    errors.ifPresent(found -> errors(judging, found));
    JsonValue data = object.member("data").orElse(JsonNull.NULL);
    if (data == JsonNull.NULL) {
      if (errors.isEmpty()) {
        judging.whole(
            Breach.Kind.MISSING_FIELD, "/data", "there is neither data nor errors", "data", "null");
      }
      return judging.breaches();
    }
    GraphQLObjectType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    if (root != null) {
      var selections = new Selections(schema, asked.document(), asked.variables());
      judging.object(root, selections, List.of(operation.getSelectionSet()), data, "/data");
    }
    return judging.breaches();
  }

  private static void errors(ResponseJudging judging, JsonValue errors) {
    boolean isList = errors instanceof JsonArray(List<JsonValue> items) && !items.isEmpty();
    if (!isList) {
      judging.whole(
          Breach.Kind.WRONG_ERROR_FORMAT,
          "/errors",
          "`errors` is not a list of at least one error",
          "a list",
          errors.type());
      return;
    }
    ((JsonArray) errors)
        .items().stream()
            .filter(error -> text(error, "message").isEmpty())
            .limit(1)
            .forEach(
                error ->
                    judging.whole(
                        Breach.Kind.WRONG_ERROR_FORMAT,
                        "/errors/*/message",
                        "an error has no `message`",
                        "a string",
                        error.type()));
  }
}
