package dev.concordat.contracts.http;

import java.util.Locale;
import java.util.Optional;

/// Where in a request a parameter travels.
public enum ParameterLocation {
  PATH,
  QUERY,
  HEADER,
  COOKIE;

  /// The location as OpenAPI writes it: `path`, `query`, `header`, `cookie`.
  public static Optional<ParameterLocation> of(String word) {
    for (ParameterLocation location : values()) {
      if (location.word().equals(word)) {
        return Optional.of(location);
      }
    }
    return Optional.empty();
  }

  /// Whether the key of an API can travel here.
  public boolean canCarryCredentials() {
    return this != PATH;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
