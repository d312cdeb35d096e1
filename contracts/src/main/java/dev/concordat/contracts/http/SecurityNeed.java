package dev.concordat.contracts.http;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A credential that a client must have.
///
/// @param scheme the name of the security scheme in the contract
/// @param carrier where in a request it travels; empty for what no request carries
/// @param scopes what it must allow, as the operation says
/// @param place the scheme's definition
public record SecurityNeed(
    String scheme, SecurityKind kind, Optional<Carrier> carrier, List<String> scopes, Place place) {
  public SecurityNeed {
    scopes = List.copyOf(scopes);
  }

  /// Where in a request a credential travels.
  ///
  /// @param name the header, query field or cookie: `Authorization`, `X-API-Key`
  /// @param prefix what stands before the secret: `Bearer `, `Basic `, or nothing
  public record Carrier(ParameterLocation in, String name, String prefix) {}

  /// The same, needed for these scopes.
  public SecurityNeed withScopes(List<String> needed) {
    return new SecurityNeed(scheme, kind, carrier, needed, place);
  }
}
