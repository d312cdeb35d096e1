package dev.concordat.cases;

import dev.concordat.contracts.http.SecurityNeed;
import java.util.Map;
import java.util.Optional;

/// The secrets that requests carry, by the contract's security scheme.
///
/// @param secrets by the scheme's name, without a prefix such as `Bearer`
public record Credentials(Map<String, String> secrets) {
  /// None are known: requests carry a placeholder.
  public static final Credentials NONE = new Credentials(Map.of());

  static final String PLACEHOLDER = "concordat";

  public Credentials {
    secrets = Map.copyOf(secrets);
  }

  Optional<String> secret(SecurityNeed need) {
    return Optional.ofNullable(secrets.get(need.scheme()));
  }

  @Override
  public String toString() {
    return "Credentials" + secrets.keySet();
  }
}
