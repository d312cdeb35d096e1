package dev.concordat.conform.resource;

import dev.concordat.model.exchange.HttpRequestMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The header `Location` (RFC 9110 section 10.2.2): a URI reference, resolved against the request's own address.
public final class Locations {
  private static final URI SOMEWHERE = URI.create("http://provider.invalid");

  private Locations() {}

  /// The request target that it leads to: path and query. Nothing where it is no URI reference.
  public static Optional<String> target(HttpRequestMessage request, String location) {
    try {
      URI reference = new URI(location.strip());
      URI resolved = SOMEWHERE.resolve(request.target()).resolve(reference);
      String path = resolved.getRawPath();
      if (path == null || path.isEmpty() || location.isBlank()) {
        return Optional.empty();
      }
      return Optional.of(
          resolved.getRawQuery() == null ? path : path + "?" + resolved.getRawQuery());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
