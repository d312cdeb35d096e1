package dev.concordat.standin.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a mutation does to which thing, as its name, arguments and answer tell.
///
/// @param type the name of the thing's type
record MutationRole(Does does, String type) {
  private static final List<String> CREATING =
      List.of("create", "add", "insert", "place", "register", "new", "make", "open", "submit");
  private static final List<String> REMOVING = List.of("delete", "remove", "destroy");

  /// What is done.
  enum Does {
    CREATE,
    CHANGE,
    REMOVE
  }

  /// For people: `create Order`.
  @Override
  public String toString() {
    return does.name().toLowerCase(Locale.ROOT) + " " + type;
  }

  /// The role of a mutation; nothing where it is not plain.
  static Optional<MutationRole> of(GraphQLFieldDefinition mutation, Kinds kinds) {
    Optional<String> created = after(CREATING, mutation.getName());
    Optional<String> removed = after(REMOVING, mutation.getName());
    Optional<GraphQLObjectType> answered = kinds.of(mutation.getType());
    if (removed.isPresent()) {
      return kinds
          .named(removed.get())
          .filter(type -> hasId(mutation, type))
          .map(type -> new MutationRole(Does.REMOVE, type.getName()));
    }
    if (created.isPresent()) {
      return answered
          .filter(type -> type.getName().equalsIgnoreCase(created.get()))
          .map(type -> new MutationRole(Does.CREATE, type.getName()));
    }
    return answered
        .filter(type -> hasId(mutation, type))
        .map(type -> new MutationRole(Does.CHANGE, type.getName()));
  }

  private static Optional<String> after(List<String> verbs, String name) {
    return verbs.stream()
        .filter(verb -> name.startsWith(verb) && name.length() > verb.length())
        .map(verb -> name.substring(verb.length()).replaceFirst("^_", ""))
        .findFirst();
  }

  private static boolean hasId(GraphQLFieldDefinition mutation, GraphQLObjectType type) {
    List<String> names = List.of("id", Kinds.prefix(type).replace("-", "") + "Id");
    return mutation.getArguments().stream()
        .anyMatch(argument -> names.contains(argument.getName()) || holds(argument, names));
  }

  private static boolean holds(GraphQLArgument argument, List<String> names) {
    return GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLInputObjectType input
        && input.getFieldDefinitions().stream().anyMatch(field -> names.contains(field.getName()));
  }
}
