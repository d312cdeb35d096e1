package dev.concordat.standin.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Things of one kind that a contract's operations speak of.
///
/// @param name the last literal word of its path: `orders`
/// @param path of all of them: `/customers/{customerId}/orders`
/// @param scope the path's parameters, which tell whose they are
/// @param idParameter the path parameter that names one; empty where there is only one, or none is ever named
/// @param isSingle whether there is only one in each scope, such as `/settings`
/// @param isClosed whether only those exist that were there at the start or were created since; false where the contract
///     shows no way to find or create any, so every id is one
/// @param clientMembers the members that clients may send
public record Resource(
    String name,
    String path,
    List<String> scope,
    Optional<String> idParameter,
    boolean isSingle,
    boolean isClosed,
    Set<String> clientMembers) {
  public Resource {
    scope = List.copyOf(scope);
    clientMembers = Set.copyOf(clientMembers);
  }

  /// The path of one of them.
  public String itemPath() {
    return isSingle ? path : path + "/{" + idParameter.orElse("id") + "}";
  }

  @Override
  public String toString() {
    return path;
  }
}
