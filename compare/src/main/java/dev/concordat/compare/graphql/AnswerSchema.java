package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be answered to a document, as a JSON Schema: a second opinion beside the judge of responses. The document is one
/// that fits the schema; directives that leave fields out are not followed.
final class AnswerSchema {
  /// Objects in an answer beyond which its schema grows without end.
  private static final int MAX_OBJECTS = 20_000;

  private final SchemaView schema;
  private final Collected collected;
  private int objects;

  private AnswerSchema(SchemaView schema, Document document) {
    this.schema = schema;
    collected = new Collected(schema, document);
  }

  /// The schema of the whole body of the answer to the document's first operation; empty where it is too large.
  static Optional<JsonObject> of(SchemaView schema, Document document) {
    var answers = new AnswerSchema(schema, document);
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .findFirst()
        .flatMap(
            operation ->
                schema
                    .root(operation.getOperation().name().toLowerCase(Locale.ROOT))
                    .map(root -> answers.object(root, List.of(operation.getSelectionSet()))))
        .filter(data -> answers.objects <= MAX_OBJECTS)
        .map(data -> closed(Map.of("data", data)));
  }

  private static JsonObject closed(Map<String, JsonValue> properties) {
    return object(
        Map.of(
            "type",
            new JsonString("object"),
            "properties",
            object(properties),
            "required",
            new JsonArray(properties.keySet().stream().<JsonValue>map(JsonString::new).toList()),
            "additionalProperties",
            JsonBoolean.of(false)));
  }

  private static JsonObject object(Map<String, ? extends JsonValue> members) {
    var builder = new JsonObject.Builder();
    members.forEach(builder::add);
    return builder.build();
  }

  private static JsonObject type(String name) {
    return object(Map.of("type", new JsonString(name)));
  }

  private static JsonObject anyOf(List<JsonValue> choices) {
    return object(Map.of("anyOf", new JsonArray(choices)));
  }

  private JsonObject object(String type, List<SelectionSet> sets) {
    if (++objects > MAX_OBJECTS) {
      return JsonObject.EMPTY;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    collected.of(type, sets).forEach((key, fields) -> properties.put(key, property(type, fields)));
    return closed(properties);
  }

  private JsonValue property(String type, List<Field> fields) {
    String name = fields.getFirst().getName();
    if (name.equals("__typename")) {
      return object(Map.of("const", new JsonString(type)));
    }
    List<SelectionSet> inner = Collected.inner(fields);
    return schema
        .field(type, name)
        .<JsonValue>map(one -> value(TypeReference.of(one.type()), inner))
        .orElseGet(() -> JsonBoolean.of(true));
  }

  private JsonValue value(TypeReference type, List<SelectionSet> inner) {
    return switch (type) {
      case TypeReference.NonNull(TypeReference one) -> present(one, inner);
      case TypeReference one -> anyOf(List.of(type("null"), present(one, inner)));
    };
  }

  private JsonValue present(TypeReference type, List<SelectionSet> inner) {
    return switch (type) {
      case TypeReference.ListOf(TypeReference item) ->
          object(Map.of("type", new JsonString("array"), "items", value(item, inner)));
      case TypeReference.Named(String name) ->
          schema.type(name).map(one -> named(one, inner)).orElseGet(() -> JsonBoolean.of(true));
      case TypeReference.NonNull(TypeReference one) -> present(one, inner);
    };
  }

  private JsonValue named(GraphQlType type, List<SelectionSet> inner) {
    return switch (type.kind()) {
      case OBJECT -> object(type.name(), inner);
      case INTERFACE, UNION -> {
        Set<JsonValue> choices = new LinkedHashSet<>();
        schema.possibleTypes(type.name()).forEach(one -> choices.add(object(one, inner)));
        yield choices.isEmpty() ? JsonBoolean.of(false) : anyOf(new ArrayList<>(choices));
      }
      case ENUM ->
          object(
              Map.of(
                  "enum",
                  new JsonArray(
                      type.values().stream()
                          .map(EnumValue::name)
                          .<JsonValue>map(JsonString::new)
                          .toList())));
      case SCALAR -> scalar(type.name());
      case INPUT -> JsonBoolean.of(false);
    };
  }

  private static JsonValue scalar(String name) {
    return switch (name) {
      case "Int" ->
          object(
              Map.of(
                  "type", new JsonString("integer"),
                  "minimum", new JsonNumber("-2147483648"),
                  "maximum", new JsonNumber("2147483647")));
      case "Float" -> type("number");
      case "String", "ID" -> type("string");
      case "Boolean" -> type("boolean");
      // Whatever it is, where null may not be it is not null.
      default -> object(Map.of("not", type("null")));
    };
  }
}
