package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Finds values that one schema may answer and another may not.
///
/// @param sender the schema that answers
/// @param reader the schema by which answers are read
record Oddities(SchemaView sender, SchemaView reader) {

  /// A value of the one type that is not of the other.
  sealed interface Odd {
    /// This one.
    record Value(JsonValue value) implements Odd {}

    /// Any but null.
    record Present() implements Odd {}
  }

  /// Empty where there is none, or none that the schemas tell of.
  Optional<Odd> between(TypeReference sent, TypeReference read) {
    if (!sent.isNonNull() && read.isNonNull()) {
      return Optional.of(new Odd.Value(JsonNull.NULL));
    }
    return switch (sent.nullable()) {
      case TypeReference.ListOf(TypeReference item) ->
          switch (read.nullable()) {
            case TypeReference.ListOf(TypeReference other) ->
                between(item, other).map(Oddities::inList);
            case TypeReference.Named(String name) ->
                isOpen(reader, name)
                    ? Optional.empty()
                    : Optional.of(new Odd.Value(new JsonArray(List.of())));
            case TypeReference.NonNull(TypeReference inner) -> between(sent, inner);
          };
      case TypeReference.Named(String name) ->
          switch (read.nullable()) {
            case TypeReference.ListOf ignored ->
                isOpen(sender, name) ? Optional.empty() : Optional.of(new Odd.Present());
            case TypeReference.Named(String other) -> named(name, other);
            case TypeReference.NonNull(TypeReference inner) -> between(sent, inner);
          };
      case TypeReference.NonNull(TypeReference inner) -> between(inner, read);
    };
  }

  private static Odd inList(Odd item) {
    return switch (item) {
      case Odd.Value(JsonValue value) -> new Odd.Value(new JsonArray(List.of(value)));
      case Odd.Present present -> present;
    };
  }

  /// Whether it is a scalar of whose values the schema says nothing.
  static boolean isOpen(SchemaView schema, String type) {
    return schema.isOfKind(type, Kind.SCALAR) && !SchemaView.BUILT_IN.contains(type);
  }

  private Optional<Odd> named(String sent, String read) {
    return values(sent).stream()
        .filter(value -> !isValue(read, value))
        .findFirst()
        .map(Odd.Value::new);
  }

  /// Values that show how a type differs from others.
  private List<JsonValue> values(String type) {
    return switch (type) {
      case "Int" -> List.of(JsonNumber.of(0));
      case "Float" -> List.of(JsonNumber.of(0), new JsonNumber("0.5"));
      case "String" -> List.of(new JsonString(""));
      case "ID" -> List.of(new JsonString("1"));
      case "Boolean" -> List.of(JsonBoolean.of(true));
      default -> names(sender.type(type));
    };
  }

  private static List<JsonValue> names(Optional<GraphQlType> type) {
    return type.stream()
        .flatMap(one -> one.values().stream())
        .map(EnumValue::name)
        .<JsonValue>map(JsonString::new)
        .toList();
  }

  private boolean isValue(String type, JsonValue value) {
    return switch (type) {
      case "Int" -> VariableCheck.isInt(value);
      case "Float" -> value instanceof JsonNumber;
      case "String", "ID" -> value instanceof JsonString;
      case "Boolean" -> value instanceof JsonBoolean;
      default -> !reader.isOfKind(type, Kind.ENUM) || names(reader.type(type)).contains(value);
    };
  }
}
