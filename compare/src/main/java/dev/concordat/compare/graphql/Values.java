package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Samples.Sample;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Values of a consumer's variables.
final class Values {
  private final SchemaView schema;
  private final Samples samples;

  /// @param other a schema that should take the values too
  Values(SchemaView schema, SchemaView other) {
    this.schema = schema;
    samples = new Samples(schema, other);
  }

  /// The smallest values of the variables that must have one.
  JsonObject smallest(OperationDefinition operation) {
    var values = new JsonObject.Builder();
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      TypeReference type = TypeReference.of(variable.getType());
      if (type.isNonNull() && variable.getDefaultValue() == null) {
        samples.of(type).ifPresent(sample -> values.add(variable.getName(), sample.json()));
      }
    }
    return values.build();
  }

  /// A value of the type that holds an input field, any value of that input, or an enum value.
  ///
  /// @param path `Search.text`, `Status.OPEN`
  Optional<JsonValue> showing(TypeReference type, String path) {
    return showing(type, path, new HashSet<>()).map(Sample::json);
  }

  private Optional<Sample> showing(TypeReference type, String path, Set<String> open) {
    return switch (type.nullable()) {
      case TypeReference.ListOf(TypeReference item) ->
          showing(item, path, open)
              .map(
                  one -> new Sample("[" + one.literal() + "]", new JsonArray(List.of(one.json()))));
      case TypeReference.Named(String name) ->
          schema.type(name).flatMap(one -> named(one, path, open));
      case TypeReference.NonNull(TypeReference inner) -> showing(inner, path, open);
    };
  }

  private Optional<Sample> named(GraphQlType type, String path, Set<String> open) {
    if (type.kind() == Kind.ENUM) {
      return type.values().stream()
          .map(EnumValue::name)
          .filter(value -> path.equals(type.name() + "." + value))
          .findFirst()
          .map(value -> new Sample(value, new JsonString(value)));
    }
    if (type.kind() != Kind.INPUT || !open.add(type.name())) {
      return Optional.empty();
    }
    Optional<Sample> found = own(type, path);
    for (Field field : schema.fields(type.name()).values()) {
      found =
          found.or(
              () ->
                  showing(TypeReference.of(field.type()), path, open)
                      .flatMap(inner -> samples.input(type, Map.of(field.name(), inner))));
    }
    return found;
  }

  private Optional<Sample> own(GraphQlType type, String path) {
    if (!path.startsWith(type.name() + ".")) {
      return Optional.empty();
    }
    String member = path.substring(type.name().length() + 1);
    return schema
        .field(type.name(), member)
        .map(
            field ->
                samples
                    .of(TypeReference.of(field.type()))
                    .flatMap(sample -> samples.input(type, Map.of(member, sample))))
        .orElseGet(() -> samples.input(type, Map.of()));
  }
}
