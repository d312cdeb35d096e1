package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Smallest values that can be sent as a type, where possible such that another schema takes them too: what differs is
/// then told by the rest of an operation alone.
final class Samples {
  private static final Sample EMPTY_LIST = new Sample("[]", new JsonArray(List.of()));

  private final SchemaView schema;
  private final SchemaView other;
  private final Map<String, Optional<Sample>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /// @param other the schema that should take the values too
  Samples(SchemaView schema, SchemaView other) {
    this.schema = schema;
    this.other = other;
  }

  /// A value.
  ///
  /// @param literal as documents write it
  /// @param json as variables hold it
  record Sample(String literal, JsonValue json) {
    static final Sample NULL = new Sample("null", JsonNull.NULL);

    Sample inList() {
      return new Sample("[" + literal + "]", new JsonArray(List.of(json)));
    }
  }

  /// A value of the type other than null; empty where it has none, as inputs that need themselves.
  Optional<Sample> of(TypeReference type) {
    return switch (type.nullable()) {
      case TypeReference.ListOf(TypeReference item) ->
          item.isNonNull() ? of(item).map(Sample::inList) : Optional.of(EMPTY_LIST);
      case TypeReference.Named(String name) -> named(name);
      case TypeReference.NonNull(TypeReference inner) -> of(inner);
    };
  }

  /// A value of a named type, each asked for once.
  Optional<Sample> named(String name) {
    Optional<Sample> found = known.get(name);
    if (found != null) {
      return found;
    }
    if (!open.add(name)) {
      return Optional.empty();
    }
    Optional<Sample> made = schema.type(name).flatMap(this::make);
    open.remove(name);
    if (open.isEmpty() || made.isPresent()) {
      // What failed because of an input around it may be possible elsewhere.
      known.put(name, made);
    }
    return made;
  }

  private Optional<Sample> make(GraphQlType type) {
    return switch (type.kind()) {
      case SCALAR -> Optional.of(scalar(type.name()));
      case ENUM -> surviving(type).map(one -> new Sample(one, new JsonString(one)));
      case INPUT -> schema.isOneOf(type.name()) ? oneField(type) : input(type, Map.of());
      case OBJECT, INTERFACE, UNION -> Optional.empty();
    };
  }

  private static Sample scalar(String name) {
    return switch (name) {
      case "Int", "Float" -> new Sample("0", JsonNumber.of(0));
      case "Boolean" -> new Sample("true", JsonBoolean.of(true));
      case "ID" -> new Sample("\"1\"", new JsonString("1"));
      default -> new Sample("\"\"", new JsonString(""));
    };
  }

  private Optional<String> surviving(GraphQlType type) {
    Set<String> others = new HashSet<>();
    other.type(type.name()).stream()
        .flatMap(one -> one.values().stream())
        .forEach(one -> others.add(one.name()));
    return type.values().stream()
        .map(EnumValue::name)
        .filter(others::contains)
        .findFirst()
        .or(() -> type.values().stream().map(EnumValue::name).findFirst());
  }

  private Optional<Sample> oneField(GraphQlType type) {
    return schema.fields(type.name()).values().stream()
        .sorted((one, two) -> Boolean.compare(isIn(two, type), isIn(one, type)))
        .flatMap(
            field ->
                of(TypeReference.of(field.type()))
                    .map(sample -> object(Map.of(field.name(), sample)))
                    .stream())
        .findFirst();
  }

  private boolean isIn(Field field, GraphQlType type) {
    return other.field(type.name(), field.name()).isPresent();
  }

  /// An input with the fields that it needs and those that are given.
  Optional<Sample> input(GraphQlType type, Map<String, Sample> given) {
    Map<String, Sample> fields = new LinkedHashMap<>();
    for (Field field : schema.fields(type.name()).values()) {
      boolean isNeeded = field.isNonNull() && field.defaultValue().isEmpty();
      Sample own = given.get(field.name());
      if (own != null) {
        fields.put(field.name(), own);
      } else if (isNeeded) {
        Optional<Sample> sample = of(TypeReference.of(field.type()));
        if (sample.isEmpty()) {
          return Optional.empty();
        }
        fields.put(field.name(), sample.get());
      }
    }
    return Optional.of(object(fields));
  }

  private static Sample object(Map<String, Sample> fields) {
    var json = new JsonObject.Builder();
    fields.forEach((name, sample) -> json.add(name, sample.json()));
    String literal =
        String.join(
            ", ",
            fields.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue().literal())
                .toList());
    return new Sample("{" + literal + "}", json.build());
  }
}
