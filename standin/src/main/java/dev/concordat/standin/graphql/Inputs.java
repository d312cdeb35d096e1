package dev.concordat.standin.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays what a mutation was given over the fields of the same names.
record Inputs(Kinds kinds, Memory memory) {
  /// Objects in objects past this depth are not looked at.
  private static final int MAX_DEPTH = 20;

  /// The arguments; in place of an input object that is no field of the thing stand its members.
  static Map<String, Object> flat(GraphQLObjectType type, Map<String, Object> arguments) {
    Map<String, Object> flat = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> members && type.getFieldDefinition(name) == null) {
            members.forEach((member, inner) -> flat.putIfAbsent(String.valueOf(member), inner));
          } else {
            flat.put(name, value);
          }
        });
    return flat;
  }

  /// Remembers them of an object.
  ///
  /// @param given by field; what the object has no place for is left out
  void remember(GraphQLObjectType type, String key, Map<?, ?> given) {
    remember(type, key, given, 0);
  }

  private void remember(GraphQLObjectType type, String key, Map<?, ?> given, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    given.forEach(
        (member, value) -> {
          String name = String.valueOf(member);
          GraphQLFieldDefinition field = type.getFieldDefinition(name);
          if (!name.equals("id")) {
            if (field != null) {
              kept(type, key, field, value, depth)
                  .ifPresent(kept -> memory.put(type.getName(), key, name, kept.value()));
            }
            reference(type, key, name, value);
          }
        });
  }

  /// `customerId` says which one the field `customer` is; it is there from then on.
  private void reference(GraphQLObjectType type, String key, String name, @Nullable Object value) {
    if (!(value instanceof String || value instanceof Number) || !name.matches(".+(Id|ID|_id)")) {
      return;
    }
    GraphQLFieldDefinition field = type.getFieldDefinition(name.replaceFirst("(Id|ID|_id)$", ""));
    if (field != null
        && GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType one
        && kinds.hasId(one.getName())) {
      memory.put(
          type.getName(), key, field.getName(), new Thing(one.getName(), value.toString(), 1));
      memory.name(one.getName(), value.toString());
    }
  }

  private Optional<Memory.Value> kept(
      GraphQLObjectType type,
      String key,
      GraphQLFieldDefinition field,
      @Nullable Object value,
      int depth) {
    GraphQLType wanted = GraphQLTypeUtil.unwrapNonNull(field.getType());
    if (value == null) {
      return GraphQLTypeUtil.isNonNull(field.getType())
          ? Optional.empty()
          : Optional.of(new Memory.Value(null));
    }
    String place = type.getName() + ":" + key + "." + field.getName();
    if (GraphQLTypeUtil.isList(wanted)) {
      GraphQLType item = GraphQLTypeUtil.unwrapNonNull(GraphQLTypeUtil.unwrapOne(wanted));
      return value instanceof Collection<?> items
          ? list(item, place, List.copyOf(items), depth)
          : Optional.empty();
    }
    return one(wanted, place, value, depth, 0).map(Memory.Value::new);
  }

  private Optional<Memory.Value> list(GraphQLType item, String place, List<?> items, int depth) {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<Object> one = one(item, place + "/" + (i + 1), items.get(i), depth, i + 1);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      kept.add(one.get());
    }
    return Optional.of(new Memory.Value(kept));
  }

  private Optional<Object> one(
      GraphQLType wanted, String place, Object value, int depth, int turn) {
    if (value instanceof Map<?, ?> members) {
      if (!(wanted instanceof GraphQLObjectType object) || kinds.hasId(object.getName())) {
        return Optional.empty();
      }
      remember(object, place, members, depth + 1);
      return Optional.of(new Thing(object.getName(), place, Math.max(1, turn)));
    }
    return isLeaf(wanted) && fits(wanted, value) ? Optional.of(value) : Optional.empty();
  }

  private static boolean isLeaf(GraphQLType type) {
    return GraphQLTypeUtil.isScalar(type) || GraphQLTypeUtil.isEnum(type);
  }

  private static boolean fits(GraphQLType wanted, Object value) {
    return switch (wanted instanceof GraphQLNamedType named ? named.getName() : "") {
      case "Int", "Float" -> value instanceof Number;
      case "Boolean" -> value instanceof Boolean;
      case "String", "ID" -> value instanceof String || value instanceof Number;
      default -> true;
    };
  }
}
