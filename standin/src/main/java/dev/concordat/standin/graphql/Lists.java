package dev.concordat.standin.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Which things a list has: those of the start, then those that were made, without those that were removed; of these what its
/// arguments ask for.
record Lists(
    Kinds kinds,
    Memory memory,
    int startWith,
    BiFunction<Thing, GraphQLFieldDefinition, @Nullable Object> values) {
  private static final Set<String> FILTERS = Set.of("filter", "where", "query", "input");

  /// The things of a list that its arguments ask for, in the order that they ask for.
  ///
  /// @param of the thing that the list belongs to; what was made belongs to it where it refers to it
  Window page(GraphQLObjectType type, Map<String, Object> arguments, Optional<Thing> of) {
    List<Thing> found = filtered(type, arguments, of);
    new Sorting(type, arguments, values).sort(found);
    return Window.of(found, arguments);
  }

  private List<Thing> filtered(
      GraphQLObjectType type, Map<String, Object> arguments, Optional<Thing> of) {
    List<Thing> found = new ArrayList<>();
    for (int number = 1; number <= startWith; number++) {
      found.add(new Thing(type.getName(), kinds.key(type, number), number));
    }
    for (String key : memory.made(type.getName())) {
      var thing = new Thing(type.getName(), key, 1);
      if (found.stream().noneMatch(each -> each.key().equals(key))
          && of.filter(owner -> !isOf(type, thing, owner)).isEmpty()) {
        found.add(thing);
      }
    }
    found.removeIf(thing -> memory.isRemoved(thing.type(), thing.key()));
    found.removeIf(thing -> !keeps(type, thing, arguments));
    return found;
  }

  /// Whether a thing refers to another, by any field.
  private boolean isOf(GraphQLObjectType type, Thing thing, Thing owner) {
    return type.getFieldDefinitions().stream()
        .filter(
            field ->
                GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLNamedType named
                    && named.getName().equals(owner.type()))
        .anyMatch(
            field ->
                values.apply(thing, field) instanceof Thing other
                    && other.key().equals(owner.key()));
  }

  /// Whether it has the values that arguments with the names of its fields ask for.
  private boolean keeps(GraphQLObjectType type, Thing thing, Map<String, Object> arguments) {
    for (Map.Entry<String, Object> argument : arguments.entrySet()) {
      if (argument.getValue() instanceof Map<?, ?> members) {
        if (FILTERS.contains(argument.getKey())
            && !members.entrySet().stream()
                .allMatch(
                    each -> has(type, thing, String.valueOf(each.getKey()), each.getValue()))) {
          return false;
        }
      } else if (!has(type, thing, argument.getKey(), argument.getValue())) {
        return false;
      }
    }
    return true;
  }

  /// What is no field, or no plain value, asks for nothing.
  private boolean has(GraphQLObjectType type, Thing thing, String name, @Nullable Object wanted) {
    GraphQLFieldDefinition field = type.getFieldDefinition(name);
    if (field == null || wanted == null || Window.isSaidBy(name)) {
      return true;
    }
    GraphQLType own = GraphQLTypeUtil.unwrapNonNull(field.getType());
    boolean isPlain = GraphQLTypeUtil.isScalar(own) || GraphQLTypeUtil.isEnum(own);
    if (!isPlain || wanted instanceof Iterable || wanted instanceof Map) {
      return true;
    }
    return isSame(values.apply(thing, field), wanted);
  }

  private static boolean isSame(@Nullable Object value, Object wanted) {
    return (value instanceof Number && wanted instanceof Number)
        ? new BigDecimal(value.toString()).compareTo(new BigDecimal(wanted.toString())) == 0
        : Objects.toString(value).equals(wanted.toString());
  }

  /// How many things the lists of a connection have, whatever part of them it shows.
  int count(GraphQLSchema schema, Thing connection) {
    return listed(schema, connection)
        .map(kind -> filtered(kind, connection.arguments(), Optional.empty()).size())
        .orElse(startWith);
  }

  /// Which part of its list a connection shows; nothing where it has none.
  Optional<Window> window(GraphQLSchema schema, Thing connection) {
    return listed(schema, connection)
        .map(kind -> page(kind, connection.arguments(), Optional.empty()));
  }

  /// Of what the lists of a connection are.
  private Optional<GraphQLObjectType> listed(GraphQLSchema schema, Thing connection) {
    if (schema.getType(connection.type()) instanceof GraphQLObjectType object) {
      for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(field.getType());
        if (GraphQLTypeUtil.isList(type)) {
          Optional<GraphQLObjectType> kind = kinds.ofItem(GraphQLTypeUtil.unwrapOne(type));
          if (kind.isPresent()) {
            return kind;
          }
        }
      }
    }
    return Optional.empty();
  }
}
