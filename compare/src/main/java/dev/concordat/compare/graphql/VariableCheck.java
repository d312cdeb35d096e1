package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.List;
import java.util.Optional;

/// Whether the values of variables are values of their types (specification, section 6.1.2).
final class VariableCheck {
  private final SchemaView schema;

  VariableCheck(SchemaView schema) {
    this.schema = schema;
  }

  /// What is wrong with the variables of a document's first operation; empty where nothing is.
  Optional<String> refusal(Document document, JsonObject variables) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .limit(1)
        .flatMap(one -> one.getVariableDefinitions().stream())
        .flatMap(one -> refusal(one, variables).stream())
        .findFirst();
  }

  private Optional<String> refusal(VariableDefinition variable, JsonObject variables) {
    TypeReference type = TypeReference.of(variable.getType());
    Optional<JsonValue> given = variables.member(variable.getName());
    if (given.isEmpty()) {
      return type.isNonNull() && variable.getDefaultValue() == null
          ? Optional.of("the variable `$" + variable.getName() + "` has no value")
          : Optional.empty();
    }
    return isValue(type, given.get())
        ? Optional.empty()
        : Optional.of("the value of `$" + variable.getName() + "` is not a `" + type.text() + "`");
  }

  private boolean isValue(TypeReference type, JsonValue value) {
    if (value instanceof JsonNull) {
      return !type.isNonNull();
    }
    return switch (type.nullable()) {
      case TypeReference.ListOf(TypeReference item) ->
          value instanceof JsonArray(List<JsonValue> items)
              ? items.stream().allMatch(one -> isValue(item, one))
              : isValue(item, value);
      case TypeReference.Named(String name) ->
          schema.type(name).filter(one -> isNamed(one, value)).isPresent();
      case TypeReference.NonNull(TypeReference inner) -> isValue(inner, value);
    };
  }

  private boolean isNamed(GraphQlType type, JsonValue value) {
    return switch (type.kind()) {
      case ENUM ->
          value instanceof JsonString(String name)
              && type.values().stream().anyMatch(one -> one.name().equals(name));
      case INPUT -> value instanceof JsonObject object && isInput(type, object);
      case SCALAR -> isScalar(type.name(), value);
      case OBJECT, INTERFACE, UNION -> false;
    };
  }

  private static boolean isScalar(String name, JsonValue value) {
    return switch (name) {
      case "Int" -> isInt(value);
      case "Float" -> value instanceof JsonNumber;
      case "String" -> value instanceof JsonString;
      case "Boolean" -> value instanceof JsonBoolean;
      case "ID" -> value instanceof JsonString || isInt(value);
      default -> true;
    };
  }

  static boolean isInt(JsonValue value) {
    return value instanceof JsonNumber number
        && number.isTame()
        && number.isInteger()
        && number.decimal().toBigInteger().bitLength() < 32;
  }

  private boolean isInput(GraphQlType type, JsonObject object) {
    boolean hasOnlyKnown =
        object.members().entrySet().stream()
            .allMatch(
                one ->
                    schema
                        .field(type.name(), one.getKey())
                        .filter(field -> isValue(TypeReference.of(field.type()), one.getValue()))
                        .isPresent());
    boolean hasAllNeeded =
        schema.fields(type.name()).values().stream()
            .allMatch(
                field ->
                    !field.isNonNull()
                        || field.defaultValue().isPresent()
                        || object.has(field.name()));
    boolean isOne =
        !schema.isOneOf(type.name())
            || (object.size() == 1 && !(object.valueAt(0) instanceof JsonNull));
    return hasOnlyKnown && hasAllNeeded && isOne;
  }
}
