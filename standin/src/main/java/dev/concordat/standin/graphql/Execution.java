package dev.concordat.standin.graphql;

import dev.concordat.contracts.graphql.JavaValues;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.StandInSettings;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Carries out operations on made values.
final class Execution {
  private final GraphQL engine;
  private final Memory memory = new Memory();
  private final Fetching fetching;

  Execution(GraphQLSchema schema, StandInSettings settings) {
    this.fetching =
        new Fetching(schema, new Scalars(settings.seed()), settings.startWith(), memory);
    this.engine = GraphQL.newGraphQL(wired(schema, fetching)).build();
  }

  /// What each mutation is taken for; those that are missing answer made values.
  Map<String, MutationRole> roles() {
    return fetching.mutations().roles();
  }

  /// Everything is as at the start.
  synchronized void reset() {
    memory.clear();
  }

  private static GraphQLSchema wired(GraphQLSchema schema, Fetching fetching) {
    GraphQLCodeRegistry registry =
        schema
            .getCodeRegistry()
            .transform(
                code -> {
                  for (GraphQLNamedType type : schema.getAllTypesAsList()) {
                    if (!type.getName().startsWith("__")) {
                      wire(type, fetching, code);
                    }
                  }
                });
    return schema.transformWithoutTypes(builder -> builder.codeRegistry(registry));
  }

  private static void wire(
      GraphQLNamedType type, Fetching fetching, GraphQLCodeRegistry.Builder code) {
    TypeResolver resolver =
        asked ->
            asked.getObject() instanceof Thing thing
                ? asked.getSchema().getObjectType(thing.type())
                : null;
    switch (type) {
      case GraphQLObjectType object -> {
        for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
          code.dataFetcher(
              FieldCoordinates.coordinates(object.getName(), field.getName()), fetching);
        }
      }
      case GraphQLInterfaceType open -> code.typeResolver(open, resolver);
      case GraphQLUnionType open -> code.typeResolver(open, resolver);
      default -> {}
    }
  }

  /// What a request is answered: `{data}`, or `{errors}` with their locations.
  ///
  /// @param request `{query, operationName, variables}`
  synchronized JsonObject execute(JsonObject request) {
    var made = new AtomicInteger();
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput()
            .query(text(request, "query"))
            .graphQLContext(Map.of(AtomicInteger.class, made));
    if (!text(request, "operationName").isEmpty()) {
      input.operationName(text(request, "operationName"));
    }
    if (request.member("variables").orElse(JsonNull.NULL) instanceof JsonObject variables) {
      input.variables(JavaValues.map(variables));
    }
    JsonObject answer = (JsonObject) json(engine.execute(input.build()).toSpecification());
    return made.get() > Fetching.MAX_VALUES ? tooMuch() : answer;
  }

  /// One error instead of one for every value that was not made.
  private static JsonObject tooMuch() {
    JsonObject error = JsonObject.EMPTY.with("message", new JsonString(Fetching.TOO_MUCH));
    return JsonObject.EMPTY.with("errors", new JsonArray(List.of(error)));
  }

  static String text(JsonObject request, String member) {
    return request.member(member).orElse(JsonNull.NULL) instanceof JsonString(String text)
        ? text
        : "";
  }

  private static JsonValue json(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.NULL;
      case Boolean flag -> JsonBoolean.of(flag);
      case BigDecimal decimal -> JsonNumber.of(decimal);
      case Number number -> new JsonNumber(number.toString());
      case List<?> items -> new JsonArray(items.stream().map(Execution::json).toList());
      case Map<?, ?> map -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
        yield new JsonObject(members);
      }
      default -> new JsonString(value.toString());
    };
  }
}
