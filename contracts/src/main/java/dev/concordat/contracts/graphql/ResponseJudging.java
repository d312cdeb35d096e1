package dev.concordat.contracts.graphql;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Compares one response with what was asked for. Each mistake is said once, however many items make it.
final class ResponseJudging {
  private static final int MAX_BREACHES = 200;
  private static final int MAX_VALUES = 1_000_000;

  private final GraphQlSchemaContract contract;
  private final GraphQLSchema schema;
  private final String operation;
  private final Map<String, Breach> breaches = new LinkedHashMap<>();
  private int values;

  ResponseJudging(GraphQlSchemaContract contract, GraphQLSchema schema, String operation) {
    this.contract = contract;
    this.schema = schema;
    this.operation = operation;
  }

  List<Breach> breaches() {
    return List.copyOf(breaches.values());
  }

  /// A breach that no sentence of the schema speaks of, but GraphQL itself.
  void whole(Breach.Kind kind, String pointer, String message, String expected, String actual) {
    add(
        new Breach(
            kind, operation, pointer, Place.of(contract.file()), "", message, expected, actual));
  }

  private void add(Breach breach) {
    if (breaches.size() < MAX_BREACHES) {
      breaches.putIfAbsent(breach.kind() + breach.pointer() + breach.sentence(), breach);
    }
  }

  /// The sentence that a value belongs to: a field of a type.
  private record Sentence(String type, String field) {}

  private void add(
      Breach.Kind kind,
      Sentence sentence,
      String pointer,
      String message,
      String expected,
      JsonValue actual) {
    Optional<GraphQlType> type = contract.type(sentence.type());
    Optional<GraphQlType.Field> field = type.flatMap(it -> it.field(sentence.field()));
    String shown = actual.toString();
    add(
        new Breach(
            kind,
            operation,
            pointer,
            field
                .map(GraphQlType.Field::place)
                .or(() -> type.map(GraphQlType::place))
                .orElseGet(() -> Place.of(contract.file())),
            field
                .map(GraphQlType.Field::sentence)
                .or(() -> type.map(GraphQlType::sentence))
                .orElse(""),
            message,
            expected,
            shown.length() <= 80 ? shown : shown.substring(0, 80) + "…"));
  }

  void object(
      GraphQLObjectType type,
      Selections selections,
      List<SelectionSet> sets,
      JsonValue value,
      String pointer) {
    object(type, selections, sets, value, pointer, new Sentence(type.getName(), ""));
  }

  private void object(
      GraphQLObjectType type,
      Selections selections,
      List<SelectionSet> sets,
      JsonValue value,
      String pointer,
      Sentence sentence) {
    if (!(value instanceof JsonObject object)) {
      add(
          Breach.Kind.WRONG_TYPE,
          sentence,
          pointer,
          type.getName() + " is an object, this is " + value.type(),
          type.getName(),
          value);
      return;
    }
    Map<String, List<Field>> asked = selections.of(type, sets);
    for (Map.Entry<String, List<Field>> one : asked.entrySet()) {
      Field field = one.getValue().getFirst();
      GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, type, field.getName());
      String inner = pointer + "/" + Pointers.escape(one.getKey());
      Sentence own = new Sentence(type.getName(), field.getName());
      Optional<JsonValue> member = object.member(one.getKey());
      if (member.isEmpty()) {
        add(
            Breach.Kind.MISSING_FIELD,
            own,
            inner,
            "`" + one.getKey() + "` was asked for and is not there",
            shown(definition.getType()),
            JsonNull.NULL);
      } else if (field.getName().equals("__typename")
          && !member.get().equals(new JsonString(type.getName()))) {
        wrong("the name of " + type.getName(), member.get(), inner, own);
      } else {
        value(definition.getType(), selections, one.getValue(), member.get(), inner, own);
      }
    }
    object.members().keySet().stream()
        .filter(name -> !asked.containsKey(name))
        .forEach(
            name ->
                add(
                    Breach.Kind.UNEXPECTED_FIELD,
                    sentence,
                    pointer + "/" + Pointers.escape(name),
                    "`" + name + "` was not asked for",
                    "the fields that were asked for",
                    Objects.requireNonNull(object.members().get(name))));
  }

  private static String shown(GraphQLType type) {
    return GraphQLTypeUtil.simplePrint(type);
  }

  private void value(
      GraphQLOutputType type,
      Selections selections,
      List<Field> fields,
      JsonValue value,
      String pointer,
      Sentence sentence) {
    if (++values > MAX_VALUES) {
      return;
    }
    if (type instanceof GraphQLNonNull nonNull) {
      if (value == JsonNull.NULL) {
        add(
            Breach.Kind.WRONG_TYPE,
            sentence,
            pointer,
            shown(type) + " is never null",
            shown(type),
            value);
      } else {
        value(
            (GraphQLOutputType) nonNull.getWrappedType(),
            selections,
            fields,
            value,
            pointer,
            sentence);
      }
      return;
    }
    if (value == JsonNull.NULL) {
      return;
    }
    switch (type) {
      case GraphQLList list -> list(list, selections, fields, value, pointer, sentence);
      case GraphQLScalarType scalar -> {
        if (!fits(scalar, value)) {
          wrong(scalar.getName(), value, pointer, sentence);
        }
      }
      case GraphQLEnumType one -> {
        boolean isKnown = value instanceof JsonString(String name) && one.getValue(name) != null;
        if (!isKnown) {
          add(
              Breach.Kind.VALUE_NOT_ALLOWED,
              sentence,
              pointer,
              value + " is not a value of " + one.getName(),
              one.getName(),
              value);
        }
      }
      case GraphQLObjectType object ->
          object(object, selections, sets(fields), value, pointer, sentence);
      case GraphQLInterfaceType one ->
          oneOf(one, implementations(one), selections, fields, value, pointer, sentence);
      case GraphQLUnionType union ->
          oneOf(
              union,
              union.getTypes().stream()
                  .filter(GraphQLObjectType.class::isInstance)
                  .map(GraphQLObjectType.class::cast)
                  .toList(),
              selections,
              fields,
              value,
              pointer,
              sentence);
      default -> throw new IllegalStateException("no such type: " + type.getClass());
    }
  }

  private List<GraphQLObjectType> implementations(GraphQLInterfaceType type) {
    List<GraphQLObjectType> known = schema.getImplementations(type);
    return known == null ? List.of() : known;
  }

  private static List<SelectionSet> sets(List<Field> fields) {
    return fields.stream().map(Field::getSelectionSet).filter(Objects::nonNull).toList();
  }

  private void list(
      GraphQLList list,
      Selections selections,
      List<Field> fields,
      JsonValue value,
      String pointer,
      Sentence sentence) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      wrong(shown(list), value, pointer, sentence);
      return;
    }
    for (JsonValue item : items) {
      value(
          (GraphQLOutputType) list.getWrappedType(),
          selections,
          fields,
          item,
          pointer + "/*",
          sentence);
    }
  }

  /// By `__typename` where it was asked for; else the type that fits best.
  private void oneOf(
      GraphQLCompositeType type,
      List<GraphQLObjectType> possible,
      Selections selections,
      List<Field> fields,
      JsonValue value,
      String pointer,
      Sentence sentence) {
    Optional<String> name = typeName(possible, selections, fields, value);
    if (name.isPresent()) {
      Optional<GraphQLObjectType> named =
          possible.stream().filter(one -> one.getName().equals(name.get())).findFirst();
      if (named.isPresent()) {
        object(named.get(), selections, sets(fields), value, pointer, sentence);
      } else {
        add(
            Breach.Kind.VALUE_NOT_ALLOWED,
            sentence,
            pointer + "/__typename",
            "`" + name.get() + "` is not one of the types of " + type.getName(),
            type.getName(),
            new JsonString(name.get()));
      }
      return;
    }
    best(likely(possible, selections, fields, value), selections, fields, value, pointer, sentence)
        .ifPresent(found -> found.forEach(this::add));
  }

  /// The types of which exactly the members that are there were asked for; all, where there is none.
  private static List<GraphQLObjectType> likely(
      List<GraphQLObjectType> possible,
      Selections selections,
      List<Field> fields,
      JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return possible.stream().limit(1).toList();
    }
    List<GraphQLObjectType> likely =
        possible.stream()
            .filter(
                one -> selections.of(one, sets(fields)).keySet().equals(object.members().keySet()))
            .toList();
    return likely.isEmpty() ? possible : likely;
  }

  private Optional<List<Breach>> best(
      List<GraphQLObjectType> likely,
      Selections selections,
      List<Field> fields,
      JsonValue value,
      String pointer,
      Sentence sentence) {
    Optional<List<Breach>> best = Optional.empty();
    for (GraphQLObjectType one : likely) {
      var attempt = new ResponseJudging(contract, schema, operation);
      attempt.values = values;
      attempt.object(one, selections, sets(fields), value, pointer, sentence);
      values = attempt.values;
      List<Breach> found = attempt.breaches();
      if (best.isEmpty() || found.size() < best.get().size()) {
        best = Optional.of(found);
      }
      if (found.isEmpty()) {
        return best;
      }
    }
    return best;
  }

  private static Optional<String> typeName(
      List<GraphQLObjectType> possible,
      Selections selections,
      List<Field> fields,
      JsonValue value) {
    if (!(value instanceof JsonObject object) || possible.isEmpty()) {
      return Optional.empty();
    }
    return selections.of(possible.getFirst(), sets(fields)).entrySet().stream()
        .filter(one -> one.getValue().getFirst().getName().equals("__typename"))
        .flatMap(one -> object.member(one.getKey()).stream())
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).value())
        .findFirst();
  }

  private void wrong(String type, JsonValue value, String pointer, Sentence sentence) {
    add(Breach.Kind.WRONG_TYPE, sentence, pointer, value.type() + " is not " + type, type, value);
  }

  /// The results of the five scalars (section 3.5); of others nothing is known.
  private static boolean fits(GraphQLScalarType scalar, JsonValue value) {
    return switch (scalar.getName()) {
      case "Int" ->
          value instanceof JsonNumber number
              && number.isTame()
              && number.isInteger()
              && number.decimal().toBigInteger().bitLength() < 32;
      case "Float" -> value instanceof JsonNumber;
      case "String", "ID" -> value instanceof JsonString;
      case "Boolean" -> value instanceof JsonBoolean;
      default -> true;
    };
  }
}
