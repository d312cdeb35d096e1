package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The resources of a contract, found by paths and methods, and by names where paths say nothing. Immutable.
public final class Resources {
  /// Names of ids that say nothing of what they name.
  private static final Set<String> COMMON_IDS =
      Set.of("id", "name", "key", "code", "number", "uuid", "guid", "slug", "value", "type");

  private final List<Resource> all;
  private final Map<String, Resource> byOperation = new HashMap<>();
  private final Map<String, Resource> byItem = new HashMap<>();
  private final Map<String, Resource> byName = new HashMap<>();
  private final Map<String, Resource> byIdName = new HashMap<>();

  private Resources(List<Resource> all) {
    this.all = List.copyOf(all);
    for (Resource resource : all) {
      resource
          .operations()
          .values()
          .forEach(operation -> byOperation.putIfAbsent(key(operation), resource));
      byItem.putIfAbsent(Paths.shape(resource.item()), resource);
      byName.putIfAbsent(resource.name(), resource);
      ItemIds.onItem(resource)
          .flatMap(Resource::idName)
          .map(Words::plain)
          .filter(id -> !COMMON_IDS.contains(id))
          .ifPresent(id -> byIdName.putIfAbsent(id, resource));
    }
  }

  public static Resources of(OpenApiContract contract) {
    return new Resources(ResourceFinder.find(contract.operations()));
  }

  /// Parents before their children, else in the contract's order.
  public List<Resource> all() {
    return all;
  }

  /// The resource with which an operation does something.
  public Optional<Resource> of(HttpOperation operation) {
    return Optional.ofNullable(byOperation.get(key(operation)));
  }

  /// What the operation does with its resource.
  public Optional<Role> role(HttpOperation operation) {
    return of(operation).flatMap(resource -> resource.role(operation));
  }

  /// The resource of which items have this path, however their parameters are called.
  public Optional<Resource> atItem(String path) {
    return Optional.ofNullable(byItem.get(Paths.shape(path)));
  }

  /// The resource whose item a path parameter names: of `/orders/{id}/lines/{line}` `id` names an order.
  public Optional<Resource> named(HttpOperation operation, String pathParameter) {
    return Paths.upTo(operation.path().text(), pathParameter).flatMap(this::atItem);
  }

  /// The resource that a name outside of the path refers to: `customerId` refers to customers. A guess.
  public Optional<Resource> referred(String name) {
    return Words.referred(name).flatMap(word -> Optional.ofNullable(byName.get(word)));
  }

  /// The resource that a member of another one's body refers to: by a name such as `customerId`, or by the name that its id
  /// has in paths, such as `sku`. Its own id and the ids of its parents are not meant. A guess.
  public Optional<Resource> referred(String name, Resource from) {
    return referred(name)
        .or(() -> Optional.ofNullable(byIdName.get(Words.plain(name))))
        .filter(other -> !other.equals(from))
        .filter(other -> !from.item().startsWith(other.item() + "/"));
  }

  public Optional<Resource> parent(Resource resource) {
    return resource.parent().isEmpty() ? Optional.empty() : atItem(resource.parent());
  }

  /// Those that belong to it directly.
  public List<Resource> children(Resource resource) {
    return all.stream()
        .filter(each -> Paths.shape(each.parent()).equals(Paths.shape(resource.item())))
        .toList();
  }

  private static String key(HttpOperation operation) {
    return operation.methodAndPath();
  }
}
