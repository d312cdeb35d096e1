package dev.concordat.contracts.meaning;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A contract as maps and lists that can be changed.
final class Tree {
  static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  final Map<String, Object> root;
  final Random random;

  Tree(JsonValue document, Random random) {
    this.root = map(open(document));
    this.random = random;
  }

  private static Object open(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        var map = new LinkedHashMap<String, Object>();
        object.members().forEach((name, each) -> map.put(name, open(each)));
        yield map;
      }
      case JsonArray array -> new ArrayList<>(array.items().stream().map(Tree::open).toList());
      case JsonValue other -> other;
    };
  }

  private static JsonValue close(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        var members = new LinkedHashMap<String, JsonValue>();
        map.forEach((name, each) -> members.put((String) name, close(each)));
        yield new JsonObject(members);
      }
      case List<?> list -> new JsonArray(list.stream().map(Tree::close).toList());
      case JsonValue value -> value;
      default -> throw new IllegalArgumentException("not JSON: " + node);
    };
  }

  String text() {
    return JsonText.pretty(close(root));
  }

  static Object copy(Object node) {
    return open(close(node));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object node) {
    return (List<Object>) node;
  }

  /// Every object, the root included.
  List<Map<String, Object>> objects() {
    var found = new ArrayList<Map<String, Object>>();
    collect(root, found);
    return found;
  }

  private static void collect(Object node, List<Map<String, Object>> found) {
    if (node instanceof Map<?, ?>) {
      found.add(map(node));
      map(node).values().forEach(each -> collect(each, found));
    } else if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, found));
    }
  }

  /// The lists under these names, longer than one.
  List<List<Object>> lists(String... names) {
    return objects().stream()
        .flatMap(object -> List.of(names).stream().map(object::get))
        .filter(each -> each instanceof List<?> list && list.size() > 1)
        .map(Tree::list)
        .toList();
  }

  /// The operations of an OpenAPI document.
  List<Map<String, Object>> operations() {
    return paths().values().stream()
        .flatMap(
            path ->
                map(path).entrySet().stream()
                    .filter(each -> METHODS.contains(each.getKey()))
                    .map(each -> map(each.getValue())))
        .toList();
  }

  Map<String, Object> paths() {
    return root.get("paths") instanceof Map<?, ?> paths ? map(paths) : Map.of();
  }

  /// The schemas that operations or messages use, references followed.
  List<Map<String, Object>> schemas() {
    Set<Map<String, Object>> found = Collections.newSetFromMap(new IdentityHashMap<>());
    var ordered = new ArrayList<Map<String, Object>>();
    for (Map<String, Object> object : objects()) {
      for (String name : List.of("schema", "payload", "headers")) {
        boolean isSchema = object.get(name) instanceof Map<?, ?> map && isSchema(map);
        if (isSchema) {
          collectSchemas(map(object.get(name)), found, ordered);
        }
      }
    }
    return ordered;
  }

  private static boolean isSchema(Map<?, ?> map) {
    return map.containsKey("type") || map.containsKey("$ref") || map.containsKey("properties");
  }

  private void collectSchemas(
      Map<String, Object> schema,
      Set<Map<String, Object>> found,
      List<Map<String, Object>> ordered) {
    Map<String, Object> target = target(schema).orElse(schema);
    if (!found.add(target)) {
      return;
    }
    ordered.add(target);
    if (target.get("properties") instanceof Map<?, ?> properties) {
      properties.values().forEach(each -> collectSchemas(map(each), found, ordered));
    }
    if (target.get("items") instanceof Map<?, ?> items) {
      collectSchemas(map(items), found, ordered);
    }
  }

  /// Where a local reference leads.
  Optional<Map<String, Object>> target(Map<String, Object> schema) {
    if (schema.get("$ref") == null) {
      return Optional.empty();
    }
    Object at = root;
    String pointer = close(schema.get("$ref")).toString().replace("\"", "");
    for (String token : pointer.substring(2).split("/")) {
      at = map(at).get(token);
    }
    return Optional.of(map(at));
  }

  <T> Optional<T> pick(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}
