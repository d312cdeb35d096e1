package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the smallest answer to a document that shows something: the way to it, and null or nothing beside it.
final class Answers {
  /// Enough for documents that people write; those that ask for everything of everything end here.
  private static final int MAX_STEPS = 100_000;

  private final SchemaView schema;
  private final SchemaView reader;
  private final Collected collected;
  private final Twist twist;
  private int steps;

  private Answers(SchemaView schema, SchemaView reader, Collected collected, Twist twist) {
    this.schema = schema;
    this.reader = reader;
    this.collected = collected;
    this.twist = twist;
  }

  /// The body of an answer to the document's first operation; empty where none can show it.
  ///
  /// @param schema the schema that answers
  /// @param reader the schema by which the answer is read: beside what is shown, it should know the values
  static Optional<JsonObject> showing(
      Twist twist, Document document, SchemaView schema, SchemaView reader) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .findFirst()
        .flatMap(
            operation ->
                schema
                    .root(operation.getOperation().name().toLowerCase(Locale.ROOT))
                    .flatMap(
                        root ->
                            new Answers(schema, reader, new Collected(schema, document), twist)
                                .object(root, List.of(operation.getSelectionSet()))))
        .filter(Built::isShown)
        .map(data -> JsonObject.EMPTY.with("data", data.value()));
  }

  private record Built(JsonValue value, boolean isShown) {}

  private Optional<Built> object(String type, List<SelectionSet> sets) {
    if (++steps > MAX_STEPS) {
      return Optional.empty();
    }
    boolean isShown = twist instanceof Twist.OfType(String wanted) && wanted.equals(type);
    var members = new JsonObject.Builder();
    for (Map.Entry<String, List<Field>> one : collected.of(type, sets).entrySet()) {
      Optional<Built> member = member(type, one.getValue());
      if (member.isEmpty()) {
        return Optional.empty();
      }
      isShown |= member.get().isShown();
      members.add(one.getKey(), member.get().value());
    }
    return Optional.of(new Built(members.build(), isShown));
  }

  private Optional<Built> member(String type, List<Field> fields) {
    String name = fields.getFirst().getName();
    if (name.equals("__typename")) {
      return Optional.of(new Built(new JsonString(type), false));
    }
    Optional<GraphQlType.Field> definition = schema.field(type, name);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    List<SelectionSet> inner = Collected.inner(fields);
    TypeReference answer = TypeReference.of(definition.get().type());
    return switch (twist) {
      case Twist.Value(String owner, String field, JsonValue value)
          when field.equals(name) && isOf(type, owner) ->
          Optional.of(new Built(value, true));
      case Twist.Present(String owner, String field) when field.equals(name) && isOf(type, owner) ->
          present(answer, inner, true).map(built -> new Built(built.value(), true));
      case Twist ignored -> value(answer, inner);
    };
  }

  private boolean isOf(String type, String owner) {
    return type.equals(owner) || schema.possibleTypes(owner).contains(type);
  }

  private Optional<Built> value(TypeReference type, List<SelectionSet> inner) {
    if (type.isNonNull()) {
      return present(type.nullable(), inner, false);
    }
    boolean canShow = schema.isComposite(type.name());
    return canShow
        ? present(type, inner, false)
            .filter(Built::isShown)
            .or(() -> Optional.of(new Built(JsonNull.NULL, false)))
        : Optional.of(new Built(JsonNull.NULL, false));
  }

  /// @param isFilled whether lists must have something in them
  private Optional<Built> present(TypeReference type, List<SelectionSet> inner, boolean isFilled) {
    return switch (type) {
      case TypeReference.NonNull(TypeReference one) -> present(one, inner, isFilled);
      case TypeReference.ListOf(TypeReference item) ->
          present(item, inner, isFilled)
              .filter(built -> isFilled || built.isShown())
              .map(built -> new Built(new JsonArray(List.of(built.value())), built.isShown()))
              .or(() -> Optional.of(new Built(new JsonArray(List.of()), false)));
      case TypeReference.Named(String name) -> schema.type(name).flatMap(one -> named(one, inner));
    };
  }

  private Optional<Built> named(GraphQlType type, List<SelectionSet> inner) {
    return switch (type.kind()) {
      case OBJECT -> object(type.name(), inner);
      case INTERFACE, UNION -> anyOf(schema.possibleTypes(type.name()), inner);
      case ENUM -> known(type).map(name -> new Built(new JsonString(name), false));
      case SCALAR -> Optional.of(new Built(scalar(type.name()), false));
      case INPUT -> Optional.empty();
    };
  }

  private Optional<Built> anyOf(Set<String> possible, List<SelectionSet> inner) {
    Optional<Built> first = Optional.empty();
    for (String type : likelyFirst(possible)) {
      Optional<Built> built = object(type, inner);
      if (built.filter(Built::isShown).isPresent()) {
        return built;
      }
      boolean isBetter = first.isEmpty() && reader.type(type).isPresent();
      first = isBetter ? built : first;
    }
    return first;
  }

  private Collection<String> likelyFirst(Set<String> possible) {
    String wanted =
        switch (twist) {
          case Twist.Value one -> one.type();
          case Twist.Present one -> one.type();
          case Twist.OfType one -> one.object();
        };
    if (!possible.contains(wanted)) {
      return possible;
    }
    var sorted = new LinkedHashSet<>(Set.of(wanted));
    sorted.addAll(possible);
    return sorted;
  }

  private Optional<String> known(GraphQlType type) {
    List<String> names = type.values().stream().map(EnumValue::name).toList();
    List<String> others =
        reader.type(type.name()).stream()
            .flatMap(one -> one.values().stream())
            .map(EnumValue::name)
            .toList();
    return names.stream().filter(others::contains).findFirst().or(() -> names.stream().findFirst());
  }

  private static JsonValue scalar(String name) {
    return switch (name) {
      case "Int", "Float" -> JsonNumber.of(0);
      case "Boolean" -> JsonBoolean.of(true);
      case "ID" -> new JsonString("1");
      default -> new JsonString("");
    };
  }
}
