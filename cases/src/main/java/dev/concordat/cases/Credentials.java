package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.SecurityNeed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The secrets that requests carry, by the contract's security scheme.
///
/// @param secrets by the scheme's name, without a prefix such as `Bearer`
/// @param isLeftOut whether requests carry no credentials at all, because somebody else adds them
public record Credentials(Map<String, String> secrets, boolean isLeftOut) {
  /// None are known: requests carry a placeholder.
  public static final Credentials NONE = new Credentials(Map.of());

  /// Requests carry none.
  static final Credentials LEFT_OUT = new Credentials(Map.of(), true);

  static final String PLACEHOLDER = "concordat";

  public Credentials {
    secrets = Map.copyOf(secrets);
  }

  public Credentials(Map<String, String> secrets) {
    this(secrets, false);
  }

  Optional<String> secret(SecurityNeed need) {
    return Optional.ofNullable(secrets.get(need.scheme()));
  }

  /// What a request carries: the first alternative whose secrets are all known, else the first with placeholders.
  Map<SecurityNeed, String> carried(HttpOperation operation) {
    Map<SecurityNeed, String> carried = new LinkedHashMap<>();
    if (isLeftOut) {
      return carried;
    }
    operation.security().stream()
        .min(Comparator.comparing(needs -> needs.stream().anyMatch(n -> secret(n).isEmpty())))
        .ifPresent(
            needs -> needs.forEach(need -> carried.put(need, secret(need).orElse(PLACEHOLDER))));
    return carried;
  }

  @Override
  public String toString() {
    return "Credentials" + secrets.keySet();
  }
}
