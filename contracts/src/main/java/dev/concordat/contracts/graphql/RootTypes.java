package dev.concordat.contracts.graphql;

import graphql.language.Definition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The types with which operations begin (GraphQL specification, section 3.3.1). They must be object types, which the library
/// takes for granted.
// The library declares definitions without their type argument.
@SuppressWarnings("rawtypes")
final class RootTypes {
  private static final List<String> IMPLICIT = List.of("Query", "Mutation", "Subscription");

  private RootTypes() {}

  /// A definition that makes another type than an object type a root.
  record Wrong(Definition<?> definition, String type) {}

  static List<Wrong> wrong(List<Definition> definitions) {
    Map<String, TypeDefinition<?>> others = new HashMap<>();
    for (Definition<?> definition : definitions) {
      if (definition instanceof TypeDefinition<?> type
          && !(definition instanceof ObjectTypeDefinition)) {
        others.putIfAbsent(type.getName(), type);
      }
    }
    List<SchemaDefinition> schemas =
        definitions.stream()
            .filter(SchemaDefinition.class::isInstance)
            .map(SchemaDefinition.class::cast)
            .toList();
    Stream<Wrong> named = schemas.stream().flatMap(schema -> named(schema, others));
    boolean isImplicit = schemas.stream().allMatch(SDLExtensionDefinition.class::isInstance);
    return isImplicit ? Stream.concat(named, implicit(others)).toList() : named.toList();
  }

  private static Stream<Wrong> named(
      SchemaDefinition schema, Map<String, TypeDefinition<?>> others) {
    return schema.getOperationTypeDefinitions().stream()
        .map(OperationTypeDefinition::getTypeName)
        .filter(type -> others.containsKey(type.getName()))
        .map(type -> new Wrong(schema, type.getName()));
  }

  private static Stream<Wrong> implicit(Map<String, TypeDefinition<?>> others) {
    return others.entrySet().stream()
        .filter(type -> IMPLICIT.contains(type.getKey()))
        .map(type -> new Wrong(type.getValue(), type.getKey()));
  }
}
