package dev.concordat.contracts.http;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A credential that a client must have.
///
/// @param scheme the name of the security scheme in the contract
/// @param carrier where in a request it travels; empty for what no request carries
/// @param scopes what it must allow, as the operation says
/// @param flows the ways to get it, where it is OAuth's
/// @param discovery where the provider describes itself (OpenID Connect); empty where nothing is said
/// @param place the scheme's definition
public record SecurityNeed(
    String scheme,
    SecurityKind kind,
    Optional<Carrier> carrier,
    List<String> scopes,
    List<OAuthFlow> flows,
    String discovery,
    Place place) {
  public SecurityNeed {
    scopes = List.copyOf(scopes);
    flows = List.copyOf(flows);
  }

  /// A credential about which there is no more to say.
  public SecurityNeed(
      String scheme,
      SecurityKind kind,
      Optional<Carrier> carrier,
      List<String> scopes,
      Place place) {
    this(scheme, kind, carrier, scopes, List.of(), "", place);
  }

  /// Where in a request a credential travels.
  ///
  /// @param name the header, query field or cookie: `Authorization`, `X-API-Key`
  /// @param prefix what stands before the secret: `Bearer `, `Basic `, or nothing
  public record Carrier(ParameterLocation in, String name, String prefix) {}

  /// The same, needed for these scopes.
  public SecurityNeed withScopes(List<String> needed) {
    return new SecurityNeed(scheme, kind, carrier, needed, flows, discovery, place);
  }
}
