package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of thing that a provider keeps: `orders` at `/orders/{id}`.
///
/// @param name the last fixed word of its path, in the singular, lower case, without separators: `orderline`
/// @param collection the path of the collection; empty where only items have one
/// @param item the path of one item, which ends in its id: `/orders/{id}`
/// @param parent the item path of the resource it belongs to; empty for one that stands alone
/// @param operations at most one for each role
/// @param isGuessed whether the collection and the item were put together by their names, not by their paths
public record Resource(
    String name,
    String collection,
    String item,
    String parent,
    Map<Role, HttpOperation> operations,
    boolean isGuessed) {
  public Resource {
    var inOrder = new EnumMap<Role, HttpOperation>(Role.class);
    inOrder.putAll(operations);
    operations = Collections.unmodifiableMap(inOrder);
  }

  /// Of the paths alone, because resources are keys of maps and hashing all their operations takes long.
  @Override
  public int hashCode() {
    return 31 * collection.hashCode() + item.hashCode();
  }

  /// The operation that does this.
  public Optional<HttpOperation> operation(Role role) {
    return Optional.ofNullable(operations.get(role));
  }

  /// The roles for which it has operations.
  public boolean has(Role... roles) {
    return List.of(roles).stream().allMatch(operations::containsKey);
  }

  /// What the operation does with it.
  public Optional<Role> role(HttpOperation operation) {
    return operations.entrySet().stream()
        .filter(entry -> entry.getValue().equals(operation))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The name of the path parameter that is the item's id, as the operation calls it.
  public static Optional<String> idName(HttpOperation onItem) {
    List<String> names = onItem.path().parameterNames();
    return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
  }

  /// The path parameter that is the item's id.
  public static Optional<Parameter> idParameter(HttpOperation onItem) {
    return idName(onItem)
        .flatMap(
            name ->
                onItem.parameters().stream()
                    .filter(parameter -> parameter.in() == ParameterLocation.PATH)
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst());
  }

  /// How many path parameters an item has.
  public int depth() {
    return (int) item.chars().filter(c -> c == '{').count();
  }
}
