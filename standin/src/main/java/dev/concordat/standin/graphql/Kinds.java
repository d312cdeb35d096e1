package dev.concordat.standin.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which types are things: those that have an id.
record Kinds(GraphQLSchema schema) {
  boolean hasId(String type) {
    return schema.getType(type) instanceof GraphQLObjectType object
        && object.getFieldDefinition("id") != null
        && GraphQLTypeUtil.isScalar(
            GraphQLTypeUtil.unwrapNonNull(object.getFieldDefinition("id").getType()));
  }

  /// The thing with a name, whatever case it is written in.
  Optional<GraphQLObjectType> named(String name) {
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object
          && object.getName().equalsIgnoreCase(name)
          && hasId(object.getName())) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  /// The thing that a value of a type is, or holds as its only one.
  Optional<GraphQLObjectType> of(GraphQLOutputType type) {
    if (!(GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLObjectType object)) {
      return Optional.empty();
    }
    return hasId(object.getName())
        ? Optional.of(object)
        : held(object).flatMap(field -> of(field.getType()));
  }

  /// The only field of an object without an id that is a thing.
  Optional<GraphQLFieldDefinition> held(GraphQLObjectType object) {
    List<GraphQLFieldDefinition> held =
        object.getFieldDefinitions().stream()
            .filter(
                field ->
                    GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType one
                        && hasId(one.getName()))
            .toList();
    return held.size() == 1 ? Optional.of(held.getFirst()) : Optional.empty();
  }

  /// What items of a list are: things, or the edges of a connection, which hold one as `node`.
  Optional<GraphQLObjectType> ofItem(GraphQLType item) {
    if (!(GraphQLTypeUtil.unwrapNonNull(item) instanceof GraphQLObjectType object)) {
      return Optional.empty();
    }
    if (hasId(object.getName())) {
      return Optional.of(object);
    }
    GraphQLFieldDefinition node = object.getFieldDefinition("node");
    return node != null
            && GraphQLTypeUtil.unwrapNonNull(node.getType()) instanceof GraphQLObjectType one
            && hasId(one.getName())
        ? Optional.of(one)
        : Optional.empty();
  }

  boolean hasNumbers(GraphQLObjectType type) {
    return GraphQLTypeUtil.unwrapNonNull(type.getFieldDefinition("id").getType())
            instanceof GraphQLNamedType named
        && named.getName().equals("Int");
  }

  /// The id of the thing with a number.
  String key(GraphQLObjectType type, int number) {
    return hasNumbers(type) ? Integer.toString(number) : prefix(type) + number;
  }

  static String prefix(GraphQLObjectType type) {
    return start(type) + "-";
  }

  private static String start(GraphQLObjectType type) {
    return type.getName().substring(0, 1).toLowerCase(Locale.ROOT) + type.getName().substring(1);
  }

  /// The id of a thing among arguments: `id` or `orderId`, alone or in an input object.
  static Optional<String> id(GraphQLObjectType type, Map<String, Object> arguments) {
    return Optional.ofNullable(arguments.get("id"))
        .or(() -> Optional.ofNullable(arguments.get(start(type) + "Id")))
        .filter(value -> value instanceof String || value instanceof Number)
        .map(Object::toString);
  }
}
