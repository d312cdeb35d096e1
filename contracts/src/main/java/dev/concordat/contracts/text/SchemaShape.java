package dev.concordat.contracts.text;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Which shapes of value a schema speaks of, looked for through its combinations (`allOf`, `anyOf`, `oneOf`).
public final class SchemaShape {
  private static final Set<String> ALL =
      Set.of("null", "boolean", "number", "string", "array", "object");

  private SchemaShape() {}

  /// The JSON types that the schema may accept; all of them where it does not say. `integer` counts as `number`.
  public static Set<String> types(Schema schema) {
    return types(schema, new HashSet<>());
  }

  private static Set<String> types(Schema schema, Set<Node> seen) {
    if (!seen.add(schema.node())) {
      return ALL;
    }
    SchemaView view = schema.view();
    Set<String> types = new TreeSet<>(ownTypes(view));
    view.allOf().forEach(part -> types.retainAll(types(part, seen)));
    for (List<Schema> branches : List.of(view.anyOf(), view.oneOf())) {
      if (!branches.isEmpty()) {
        Set<String> possible = new HashSet<>();
        branches.forEach(branch -> possible.addAll(types(branch, seen)));
        types.retainAll(possible);
      }
    }
    return types;
  }

  private static Set<String> ownTypes(SchemaView view) {
    Set<String> types = new HashSet<>();
    for (JsonType type : view.types()) {
      types.add(type == JsonType.INTEGER ? "number" : type.keyword());
    }
    if (types.isEmpty()) {
      view.enumValues().orElseGet(List::of).stream().map(JsonValue::type).forEach(types::add);
      view.constValue().map(JsonValue::type).ifPresent(types::add);
    }
    if (!types.isEmpty()) {
      return types;
    }
    if (!view.properties().isEmpty()) {
      return Set.of("object");
    }
    return view.items().isPresent() ? Set.of("array") : ALL;
  }

  /// What the schema says of the items of a list.
  public static Optional<Schema> item(Schema schema) {
    return find(schema, part -> part.view().items(), new HashSet<>());
  }

  /// What the schema says of a member.
  public static Optional<Schema> property(Schema schema, String name) {
    return find(
        schema, part -> Optional.ofNullable(part.view().properties().get(name)), new HashSet<>());
  }

  /// What the schema and each of its parts say of a member.
  public static List<Schema> properties(Schema schema, String name) {
    List<Schema> all = new ArrayList<>();
    // Finds nothing, and so visits every part.
    find(
        schema,
        part -> {
          Schema property = part.view().properties().get(name);
          if (property != null) {
            all.add(property);
          }
          return Optional.empty();
        },
        new HashSet<>());
    return all;
  }

  /// What the schema says of members that it does not name, as a map does of its values.
  public static Optional<Schema> other(Schema schema) {
    return find(schema, part -> part.view().additionalProperties(), new HashSet<>());
  }

  /// The members that the schema names.
  public static Set<String> propertyNames(Schema schema) {
    Set<String> names = new LinkedHashSet<>();
    // Finds nothing, and so visits every part.
    find(
        schema,
        part -> {
          names.addAll(part.view().properties().keySet());
          return Optional.empty();
        },
        new HashSet<>());
    return names;
  }

  /// The members that every value has: those that the schema and all of its `allOf` require.
  public static Set<String> required(Schema schema) {
    Set<String> names = new LinkedHashSet<>();
    addRequired(schema, names, new HashSet<>());
    return names;
  }

  private static void addRequired(Schema schema, Set<String> names, Set<Node> seen) {
    if (seen.add(schema.node())) {
      names.addAll(schema.view().required());
      schema.view().allOf().forEach(part -> addRequired(part, names, seen));
    }
  }

  private static Optional<Schema> find(
      Schema schema, Function<Schema, Optional<Schema>> of, Set<Node> seen) {
    if (!seen.add(schema.node())) {
      return Optional.empty();
    }
    Optional<Schema> own = of.apply(schema);
    if (own.isPresent()) {
      return own;
    }
    SchemaView view = schema.view();
    for (List<Schema> parts : List.of(view.allOf(), view.anyOf(), view.oneOf())) {
      for (Schema part : parts) {
        Optional<Schema> found = find(part, of, seen);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
