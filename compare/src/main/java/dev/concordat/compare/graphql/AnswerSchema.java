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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    return object(List.of(type), collected.of(type, sets));
  }

  /// @param types objects of which the same is asked
  private JsonObject object(List<String> types, Map<String, List<Field>> asked) {
    if (++objects > MAX_OBJECTS) {
      return JsonObject.EMPTY;
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    asked.forEach((key, fields) -> properties.put(key, property(types, fields)));
    return closed(properties);
  }

  private JsonValue property(List<String> types, List<Field> fields) {
    String name = fields.getFirst().getName();
    if (name.equals("__typename")) {
      return names(types);
    }
    List<SelectionSet> inner = Collected.inner(fields);
    return schema
        .field(types.getFirst(), name)
        .<JsonValue>map(one -> value(TypeReference.of(one.type()), inner))
        .orElseGet(() -> JsonBoolean.of(true));
  }

  private static JsonObject names(List<String> names) {
    return object(
        Map.of("enum", new JsonArray(names.stream().<JsonValue>map(JsonString::new).toList())));
  }

  /// An object of any of these types; those of which the same is asked are one choice.
  private JsonValue anyOf(Collection<String> possible, List<SelectionSet> inner) {
    Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
    for (String type : possible) {
      var asked = new ArrayList<Object>();
      collected
          .of(type, inner)
          .forEach(
              (key, fields) -> {
                asked.add(key);
                asked.add(
                    schema
                        .field(type, fields.getFirst().getName())
                        .map(GraphQlType.Field::type)
                        .orElse(""));
                asked.addAll(fields);
              });
      alike.computeIfAbsent(asked, key -> new ArrayList<>()).add(type);
    }
    return alike.isEmpty()
        ? JsonBoolean.of(false)
        : anyOf(
            alike.values().stream()
                .<JsonValue>map(types -> object(types, collected.of(types.getFirst(), inner)))
                .toList());
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
      case INTERFACE, UNION -> anyOf(schema.possibleTypes(type.name()), inner);
      case ENUM -> names(type.values().stream().map(EnumValue::name).toList());
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
