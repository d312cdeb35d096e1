package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells whether a path is one of a resource: `/orders` and `/orders/{id}` are, `/login` is not.
///
/// @param paths the operations of each path by method, parameters without their names
record ResourceFinder(Map<String, Map<String, HttpOperation>> paths) {
  private static final String ITEM = "/{}";

  /// The resource of this path; a path of single things is that of none.
  Optional<Resource> at(String path) {
    if (paths.containsKey(path + ITEM)) {
      return collection(path);
    }
    if (path.endsWith(ITEM)) {
      return Optional.empty();
    }
    Map<String, HttpOperation> own = paths.getOrDefault(path, Map.of());
    HttpOperation get = own.get("GET");
    boolean isList = get != null && isList(get, name(path));
    if (isList && own.containsKey("POST")) {
      return collection(path);
    }
    boolean isSingle =
        get != null
            && !isList
            && readsOne(get)
            && (own.containsKey("PUT") || own.containsKey("PATCH"));
    return isSingle ? Optional.of(single(path, own)) : Optional.empty();
  }

  private Optional<Resource> collection(String path) {
    Map<String, HttpOperation> all = paths.getOrDefault(path, Map.of());
    Map<String, HttpOperation> one = paths.getOrDefault(path + ITEM, Map.of());
    HttpOperation get = all.get("GET");
    String written = written(path, all, one);
    boolean isListed = get != null && isList(get, name(path));
    boolean isClosed = isListed || all.containsKey("POST");
    Optional<String> id =
        one.values().stream()
            .findFirst()
            .map(operation -> Resources.lastParameter(operation.path().text()));
    if (name(path).isEmpty() || isOfCollections(path, all, one)) {
      return Optional.empty();
    }
    var operations = new ArrayList<HttpOperation>(all.values());
    operations.addAll(one.values());
    return Optional.of(
        new Resource(
            name(path),
            written,
            PathTemplate.of(written).parameterNames(),
            id,
            false,
            isClosed,
            Resources.clientMembers(name(path), operations)));
  }

  /// Whether what looks like the single things of a path are collections themselves: in `/actions/{appId}`, which lists actions,
  /// with `/actions/{appId}/{definitionId}` and nothing at `/actions`, the application only says whose actions are meant.
  private boolean isOfCollections(
      String path, Map<String, HttpOperation> all, Map<String, HttpOperation> one) {
    HttpOperation get = one.get("GET");
    return all.isEmpty()
        && get != null
        && isList(get, name(path))
        && paths.containsKey(path + ITEM + ITEM);
  }

  private static Resource single(String path, Map<String, HttpOperation> own) {
    String written = Resources.bare(own.values().iterator().next().path().text());
    return new Resource(
        name(path),
        written,
        PathTemplate.of(written).parameterNames(),
        Optional.empty(),
        true,
        false,
        Resources.clientMembers(name(path), own.values()));
  }

  /// The path with the parameters' names of the first operation that has it.
  private static String written(
      String path, Map<String, HttpOperation> all, Map<String, HttpOperation> one) {
    return all.values().stream()
        .findFirst()
        .map(operation -> Resources.bare(operation.path().text()))
        .or(
            () ->
                one.values().stream()
                    .findFirst()
                    .map(operation -> Resources.bare(operation.path().text()))
                    .map(text -> text.substring(0, text.lastIndexOf('/'))))
        .orElse(path);
  }

  /// The last word of a path that is no parameter; where all of them are, as in `/{appId}/{cardId}` behind a server's `/cards`,
  /// just things.
  private static String name(String path) {
    List<String> segments = List.of(path.split("/", -1));
    for (String segment : segments.reversed()) {
      if (!segment.isEmpty() && segment.indexOf('{') < 0) {
        return segment;
      }
    }
    return path.isEmpty() ? "" : "things";
  }

  static boolean isList(HttpOperation operation, String name) {
    return body(operation).flatMap(schema -> Shapes.listPath(schema, name)).isPresent();
  }

  /// Whether the answer may be one thing, and not only a list.
  static boolean readsOne(HttpOperation operation) {
    return body(operation).map(Shapes::isObject).orElse(true);
  }

  private static Optional<Schema> body(HttpOperation operation) {
    return Shapes.success(operation, List.of("200")).flatMap(Shapes::json);
  }
}
