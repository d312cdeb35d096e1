package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every schema has without saying so (GraphQL specification, sections 3.5, 3.13 and 4).
final class BuiltIn {
  private BuiltIn() {}

  static GraphQlType scalar(String name, String file) {
    return new GraphQlType(
        name,
        GraphQlType.Kind.SCALAR,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Place.of(file),
        "");
  }

  static Field typeName(String file) {
    return field("__typename", "String!", file);
  }

  private static Field field(String name, String type, String file) {
    return new Field(
        name,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Place.of(file),
        "");
  }

  static Map<String, GraphQlDirective> directives(String file) {
    List<String> selections = List.of("FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT");
    return Map.of(
        "skip", directive("skip", field("if", "Boolean!", file), selections, file),
        "include", directive("include", field("if", "Boolean!", file), selections, file));
  }

  private static GraphQlDirective directive(
      String name, Field argument, List<String> locations, String file) {
    return new GraphQlDirective(
        name, Optional.empty(), List.of(argument), locations, false, Place.of(file), "");
  }
}
