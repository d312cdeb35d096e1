package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// What default values mean: the values that the server sees, with the defaults inside them (specification, sections 3.10
/// and 3.11).
///
/// @param schema the schema that they are in
record Defaults(SchemaView schema) {
  /// Inputs whose defaults lead to one another deeper than this have none.
  private static final int MAX_DEPTH = 40;

  /// The value of an argument or input field that is not given; empty where there is none, or none that fits its type.
  Optional<JsonValue> of(Field place) {
    return of(place, MAX_DEPTH);
  }

  private Optional<JsonValue> of(Field place, int depth) {
    return place
        .defaultValue()
        .flatMap(Defaults::parse)
        .flatMap(value -> coerce(TypeReference.of(place.type()), value, depth));
  }

  private static Optional<Value<?>> parse(String text) {
    try {
      return Optional.of(Parser.parseValue(text));
    } catch (InvalidSyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonValue> coerce(TypeReference type, Value<?> value, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    if (value instanceof NullValue) {
      return type.isNonNull() ? Optional.empty() : Optional.of(JsonNull.NULL);
    }
    return switch (type.nullable()) {
      case TypeReference.ListOf(TypeReference item) -> list(item, value, depth);
      case TypeReference.Named(String name) ->
          schema.type(name).flatMap(one -> named(one, value, depth));
      case TypeReference.NonNull(TypeReference inner) -> coerce(inner, value, depth);
    };
  }

  private Optional<JsonValue> list(TypeReference item, Value<?> value, int depth) {
    List<? extends Value<?>> values =
        value instanceof ArrayValue array ? typed(array) : List.of(value);
    var items = new ArrayList<JsonValue>();
    for (Value<?> one : values) {
      Optional<JsonValue> coerced = coerce(item, one, depth - 1);
      if (coerced.isEmpty()) {
        return Optional.empty();
      }
      items.add(coerced.get());
    }
    return Optional.of(new JsonArray(items));
  }

  private static List<Value<?>> typed(ArrayValue array) {
    var values = new ArrayList<Value<?>>();
    array.getValues().forEach(values::add);
    return values;
  }

  private Optional<JsonValue> named(GraphQlType type, Value<?> value, int depth) {
    return switch (type.kind()) {
      case ENUM ->
          value instanceof EnumValue one
              ? Optional.of(new JsonString(one.getName()))
              : Optional.empty();
      case INPUT ->
          value instanceof ObjectValue object ? input(type, object, depth) : Optional.empty();
      case SCALAR -> scalar(type.name(), value);
      case OBJECT, INTERFACE, UNION -> Optional.empty();
    };
  }

  private Optional<JsonValue> input(GraphQlType type, ObjectValue object, int depth) {
    Map<String, ObjectField> given = new HashMap<>();
    object.getObjectFields().forEach(one -> given.putIfAbsent(one.getName(), one));
    var members = new JsonObject.Builder();
    for (Field field : schema.fields(type.name()).values()) {
      ObjectField own = given.get(field.name());
      Optional<JsonValue> coerced =
          own == null
              ? of(field, depth - 1)
              : coerce(TypeReference.of(field.type()), own.getValue(), depth - 1);
      if (coerced.isEmpty() && (own != null || field.isNonNull())) {
        return Optional.empty();
      }
      coerced.ifPresent(one -> members.add(field.name(), one));
    }
    return Optional.of(members.build());
  }

  private static Optional<JsonValue> scalar(String name, Value<?> value) {
    return switch (name) {
      case "Int" -> value instanceof IntValue ? Optional.of(open(value)) : Optional.empty();
      case "Float" ->
          value instanceof IntValue || value instanceof FloatValue
              ? Optional.of(open(value))
              : Optional.empty();
      case "String" -> value instanceof StringValue ? Optional.of(open(value)) : Optional.empty();
      case "Boolean" -> value instanceof BooleanValue ? Optional.of(open(value)) : Optional.empty();
      case "ID" ->
          switch (value) {
            case StringValue text ->
                Optional.of(new JsonString(Objects.requireNonNull(text.getValue())));
            case IntValue number -> Optional.of(new JsonString(number.getValue().toString()));
            default -> Optional.empty();
          };
      default -> Optional.of(open(value));
    };
  }

  /// A value of whose type nothing is known.
  private static JsonValue open(Value<?> value) {
    return switch (value) {
      case IntValue number -> number(new BigDecimal(number.getValue()));
      case FloatValue number -> number(number.getValue());
      case StringValue text -> new JsonString(Objects.requireNonNull(text.getValue()));
      case BooleanValue one -> JsonBoolean.of(one.isValue());
      case EnumValue one -> new JsonString(one.getName());
      case ArrayValue array -> new JsonArray(typed(array).stream().map(Defaults::open).toList());
      case ObjectValue object -> {
        var members = new JsonObject.Builder();
        object.getObjectFields().forEach(one -> members.add(one.getName(), open(one.getValue())));
        yield members.build();
      }
      default -> JsonNull.NULL;
    };
  }

  private static JsonNumber number(BigDecimal value) {
    return JsonNumber.of(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
  }

  /// Whether graphql-inspector sees a difference: it takes false, 0 and the empty text for none at all, and in lists looks
  /// only for what is gone.
  static boolean isSeenByInspector(Optional<JsonValue> before, Optional<JsonValue> after) {
    if (isSameToInspector(before, after)) {
      return false;
    }
    return !(before.orElse(JsonNull.NULL) instanceof JsonArray(List<JsonValue> old)
        && after.orElse(JsonNull.NULL) instanceof JsonArray(List<JsonValue> now)
        && areAllIn(old, now));
  }

  private static boolean areAllIn(List<JsonValue> old, List<JsonValue> now) {
    return old.stream()
        .allMatch(
            one ->
                now.stream().anyMatch(it -> isSameToInspector(Optional.of(one), Optional.of(it))));
  }

  /// The same for directives' arguments, where it compares lists as they are.
  static boolean isSameToInspector(Optional<JsonValue> before, Optional<JsonValue> after) {
    if (isFalse(before) && isFalse(after)) {
      return true;
    }
    JsonValue one = before.orElse(JsonNull.NULL);
    JsonValue two = after.orElse(JsonNull.NULL);
    if (one instanceof JsonArray(List<JsonValue> old)
        && two instanceof JsonArray(List<JsonValue> now)) {
      return old.size() == now.size()
          && IntStream.range(0, old.size())
              .allMatch(
                  at -> isSameToInspector(Optional.of(old.get(at)), Optional.of(now.get(at))));
    }
    if (one instanceof JsonObject old && two instanceof JsonObject now) {
      return old.size() == now.size()
          && old.members().entrySet().stream()
              .allMatch(
                  member ->
                      isSameToInspector(
                          Optional.of(member.getValue()), now.member(member.getKey())));
    }
    return one.equals(two);
  }

  private static boolean isFalse(Optional<JsonValue> value) {
    return switch (value.orElse(JsonNull.NULL)) {
      case JsonNull ignored -> true;
      case JsonBoolean(boolean is) -> !is;
      case JsonNumber number -> number.isTame() && number.decimal().signum() == 0;
      case JsonString(String text) -> text.isEmpty();
      case JsonArray ignored -> false;
      case JsonObject ignored -> false;
    };
  }
}
