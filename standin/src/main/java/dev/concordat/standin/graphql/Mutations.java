package dev.concordat.standin.graphql;

import graphql.GraphqlErrorException;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Carries out mutations whose role is plain.
final class Mutations {
  private final Kinds kinds;
  private final Memory memory;
  private final int startWith;
  private final Map<String, MutationRole> roles = new TreeMap<>();

  Mutations(GraphQLSchema schema, Kinds kinds, Memory memory, int startWith) {
    this.kinds = kinds;
    this.memory = memory;
    this.startWith = startWith;
    if (schema.getMutationType() != null) {
      for (GraphQLFieldDefinition field : schema.getMutationType().getFieldDefinitions()) {
        MutationRole.of(field, kinds).ifPresent(role -> roles.put(field.getName(), role));
      }
    }
  }

  /// What each mutation is taken for; those that are missing answer made values.
  Map<String, MutationRole> roles() {
    return roles;
  }

  /// Whether things of a type come and go, so that not every id exists.
  boolean isLiving(String type) {
    return roles.values().stream()
        .anyMatch(role -> role.type().equals(type) && role.does() != MutationRole.Does.CHANGE);
  }

  /// Does what a mutation asks for.
  ///
  /// @param exists whether there is a thing of a type with an id
  /// @return nothing where the mutation has no role
  Optional<Memory.Value> carryOut(
      GraphQLFieldDefinition field,
      Map<String, Object> arguments,
      BiPredicate<String, String> exists) {
    MutationRole role = roles.get(field.getName());
    if (role == null) {
      return Optional.empty();
    }
    GraphQLObjectType type =
        kinds.named(role.type()).orElseThrow(() -> new IllegalStateException(role.type()));
    Map<String, Object> flat = Inputs.flat(type, arguments);
    var inputs = new Inputs(kinds, memory);
    Optional<String> id = Kinds.id(type, flat);
    String key =
        switch (role.does()) {
          case CREATE -> {
            String own = Optional.ofNullable(flat.get("id")).map(Object::toString).orElse("");
            if (!own.isEmpty() && exists.test(type.getName(), own)) {
              throw refused("there is a " + type.getName() + " " + own + " already");
            }
            String made = own.isEmpty() ? fresh(type, exists) : own;
            memory.make(type.getName(), made);
            inputs.remember(type, made, flat);
            yield made;
          }
          case CHANGE -> {
            String known = known(type, id, exists);
            inputs.remember(type, known, flat);
            yield known;
          }
          case REMOVE -> {
            String known = known(type, id, exists);
            memory.remove(type.getName(), known);
            yield known;
          }
        };
    return Optional.of(new Memory.Value(answer(field.getType(), type, key, arguments)));
  }

  private static String known(
      GraphQLObjectType type, Optional<String> id, BiPredicate<String, String> exists) {
    if (id.isEmpty() || !exists.test(type.getName(), id.get())) {
      throw refused("there is no " + type.getName() + " " + id.orElse("without an id"));
    }
    return id.get();
  }

  private static GraphqlErrorException refused(String why) {
    return GraphqlErrorException.newErrorException().message(why).build();
  }

  /// The id after those of the start, and of those that were made.
  private String fresh(GraphQLObjectType type, BiPredicate<String, String> exists) {
    int number = startWith + 1;
    while (exists.test(type.getName(), kinds.key(type, number))
        || memory.isRemoved(type.getName(), kinds.key(type, number))) {
      number++;
    }
    return kinds.key(type, number);
  }

  private @Nullable Object answer(
      GraphQLType given, GraphQLObjectType type, String key, Map<String, Object> arguments) {
    GraphQLType wanted = GraphQLTypeUtil.unwrapNonNull(given);
    if (wanted instanceof GraphQLObjectType object) {
      return kinds.hasId(object.getName())
          ? new Thing(type.getName(), key, 1)
          : new Thing(
              object.getName(),
              type.getName() + ":" + key + "/answer",
              1,
              Map.of(),
              around(object, type, key, arguments));
    }
    return wanted instanceof GraphQLNamedType named ? plain(named.getName(), key) : null;
  }

  private static @Nullable Object plain(String type, String key) {
    return switch (type) {
      case "Boolean" -> true;
      case "Int", "Float" -> key.matches("[0-9]{1,9}") ? Integer.valueOf(key) : Integer.valueOf(1);
      default -> key;
    };
  }

  /// What an answer says beside the thing: that all is well, and which thing it is.
  private Map<String, @Nullable Object> around(
      GraphQLObjectType answer, GraphQLObjectType type, String key, Map<String, Object> arguments) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    for (GraphQLFieldDefinition field : answer.getFieldDefinitions()) {
      String name = field.getName();
      GraphQLType wanted = GraphQLTypeUtil.unwrapNonNull(field.getType());
      if (wanted instanceof GraphQLObjectType object && object.getName().equals(type.getName())) {
        given.put(name, new Thing(type.getName(), key, 1));
      } else if (name.equals("clientMutationId")) {
        given.put(name, Inputs.flat(type, arguments).get(name));
      } else if (name.toLowerCase(java.util.Locale.ROOT).endsWith("errors")) {
        given.put(name, GraphQLTypeUtil.isList(wanted) ? List.of() : null);
      } else if (wanted instanceof GraphQLNamedType named && GraphQLTypeUtil.isScalar(wanted)) {
        boolean isId = name.equals("id") || name.endsWith("Id") || name.endsWith("ID");
        if (isId || named.getName().equals("Boolean")) {
          given.put(name, plain(named.getName(), key));
        }
      }
    }
    return given;
  }
}
