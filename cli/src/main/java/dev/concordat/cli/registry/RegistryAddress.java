package dev.concordat.cli.registry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Where a registry is and how we prove who we are.
///
/// @param url without a slash at the end
/// @param token never shown
public record RegistryAddress(String url, Optional<String> token) {
  /// Where `concordat serve` listens unless somebody says otherwise.
  public static final String DEFAULT = "http://127.0.0.1:9292";

  /// The variable that names the registry.
  public static final String URL_VARIABLE = "CONCORDAT_REGISTRY";

  /// The variable that has the token.
  public static final String TOKEN_VARIABLE = "CONCORDAT_TOKEN";

  /// @throws IllegalArgumentException when the URL is not one of HTTP
  public RegistryAddress {
    URI uri = URI.create(url);
    if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "'" + url + "' is no address of a registry; write http://host:port");
    }
    while (url.endsWith("/")) {
      url = url.substring(0, url.length() - 1);
    }
  }

  /// As the command line says, or else the environment variables.
  public static RegistryAddress of(Optional<String> named, Map<String, String> variables) {
    return new RegistryAddress(
        named.orElse(variables.getOrDefault(URL_VARIABLE, DEFAULT)),
        Optional.ofNullable(variables.get(TOKEN_VARIABLE)).filter(text -> !text.isBlank()));
  }

  @Override
  public String toString() {
    return url;
  }
}
