package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds resources: every path that ends in a parameter is one's item, what stands above it its collection.
final class ResourceFinder {
  private static final Map<String, Role> ON_ITEM =
      Map.of("GET", Role.READ, "PUT", Role.REPLACE, "PATCH", Role.PATCH, "DELETE", Role.DELETE);

  private final Map<String, List<HttpOperation>> byPath = new LinkedHashMap<>();

  private ResourceFinder(List<HttpOperation> operations) {
    for (HttpOperation operation : operations) {
      byPath
          .computeIfAbsent(Paths.shape(operation.path().text()), path -> new ArrayList<>())
          .add(operation);
    }
  }

  static List<Resource> find(List<HttpOperation> operations) {
    var finder = new ResourceFinder(operations);
    return finder.byPath.values().stream()
        .map(List::getFirst)
        .map(first -> first.path().text())
        .filter(Paths::isItem)
        .map(finder::resource)
        .sorted(Comparator.comparingInt(Resource::depth))
        .toList();
  }

  private Resource resource(String item) {
    Map<Role, HttpOperation> roles = new EnumMap<>(Role.class);
    for (HttpOperation operation : at(item)) {
      Optional.ofNullable(ON_ITEM.get(operation.method()))
          .ifPresent(role -> roles.putIfAbsent(role, operation));
    }
    String above = Paths.above(item);
    boolean isGuessed = at(above).isEmpty();
    String collection = isGuessed ? likeNamed(item).orElse("") : above;
    for (HttpOperation operation : at(collection)) {
      switch (operation.method()) {
        case "POST" -> roles.putIfAbsent(Role.CREATE, operation);
        case "GET" -> roles.putIfAbsent(Role.LIST, operation);
        default -> {
          // What else a collection can do has nothing to do with one item.
        }
      }
    }
    return new Resource(
        Words.singular(Paths.word(item)),
        collection,
        item,
        Paths.itemAbove(item),
        roles,
        isGuessed && !collection.isEmpty());
  }

  private List<HttpOperation> at(String path) {
    return byPath.getOrDefault(Paths.shape(path), List.of());
  }

  /// A collection of the same name beside it: `/orders` for `/order/{id}`.
  private Optional<String> likeNamed(String item) {
    String collection = Paths.above(item);
    String word = Words.singular(Paths.word(item));
    return byPath.values().stream()
        .map(operations -> operations.getFirst().path().text())
        .filter(path -> !Paths.isItem(path))
        .filter(path -> Paths.shape(Paths.above(path)).equals(Paths.shape(Paths.above(collection))))
        .filter(path -> Words.singular(Paths.last(path)).equals(word))
        .findFirst();
  }
}
