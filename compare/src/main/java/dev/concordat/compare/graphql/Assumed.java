package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Parts of a schema, such as a file of it or a subgraph: what the rest asks of them is not there, so it is assumed.
///
/// A schema without any root type is taken for a part of which every type may be asked for and sent. In one with roots, the
/// entities of Apollo Federation (types with `@key`) may be asked for by way of other subgraphs.
final class Assumed {
  private Assumed() {}

  /// The two schemas, each with the same way in to every type that both may be asked for.
  record Pair(GraphQlSchemaContract before, GraphQlSchemaContract after) {}

  static Pair of(GraphQlSchemaContract before, GraphQlSchemaContract after) {
    boolean isPart = before.roots().isEmpty() || after.roots().isEmpty();
    Set<String> mentioned = mentioned(before);
    Map<String, GraphQlType> open = new LinkedHashMap<>();
    for (GraphQlSchemaContract one : List.of(before, after)) {
      one.types().values().stream()
          .filter(type -> isPart || isEntity(type))
          .filter(type -> after.type(type.name()).isPresent() || !mentioned.contains(type.name()))
          .forEach(type -> open.putIfAbsent(type.name(), type));
    }
    return open.isEmpty()
        ? new Pair(before, after)
        : new Pair(with(before, open.values()), with(after, open.values()));
  }

  /// The types that others lead to. Where one of these is gone, operations that came to it by others show it best.
  private static Set<String> mentioned(GraphQlSchemaContract schema) {
    Set<String> names = new HashSet<>();
    for (GraphQlType type : schema.types().values()) {
      names.addAll(type.members());
      names.addAll(type.interfaces());
      for (GraphQlType.Field field : type.fields()) {
        names.add(TypeReference.of(field.type()).name());
        field.arguments().forEach(one -> names.add(TypeReference.of(one.type()).name()));
      }
    }
    return names;
  }

  private static boolean isEntity(GraphQlType type) {
    return type.directives().stream().anyMatch(one -> one.name().equals("key"));
  }

  private static GraphQlSchemaContract with(
      GraphQlSchemaContract schema, Collection<GraphQlType> open) {
    String root = schema.roots().getOrDefault("query", "Query");
    var fields = new StringBuilder();
    for (GraphQlType type : open) {
      schema
          .type(type.name())
          .ifPresent(
              here -> {
                if (!here.name().equals(root)) {
                  field(fields, here);
                }
              });
    }
    if (fields.isEmpty()) {
      return schema;
    }
    String start = schema.type(root).isPresent() ? "extend type " : "type ";
    return schema.with(start + root + " {\n" + fields + "}");
  }

  private static void field(StringBuilder fields, GraphQlType type) {
    String name = type.name();
    String field = "_" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    if (type.kind() != Kind.INPUT) {
      fields.append("  ").append(field).append(": ").append(name).append('\n');
    }
    if (type.kind() == Kind.INPUT || type.kind() == Kind.ENUM || type.kind() == Kind.SCALAR) {
      fields.append("  ").append(field).append("Taken(value: ").append(name).append("): Boolean\n");
    }
  }
}
