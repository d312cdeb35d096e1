package dev.concordat.contracts.http;

import java.util.Locale;
import java.util.Optional;

/// Where in a request a parameter travels.
public enum ParameterLocation {
  PATH,
  QUERY,
  HEADER,
  COOKIE,
  /// The whole query as one value (OpenAPI 3.2).
  QUERYSTRING;

  /// The location as OpenAPI writes it: `path`, `query`, `header`, `cookie`, `querystring`.
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
