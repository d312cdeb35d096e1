package dev.concordat.registry.http;

import dev.concordat.model.exchange.Bytes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request to the registry.
///
/// @param method in upper case
/// @param path as it came, still percent-encoded
/// @param query what follows the question mark, still percent-encoded; empty where nothing does
/// @param parameters the parts of the path that its pattern names, decoded
/// @param headers by their names in lower case; the first one where there are several
/// @param body bounded by the server's limit
/// @param base what links begin with: scheme and authority as the client sees them, without a slash at the end
/// @param who sent it, as far as that is known
public record Asked(
    String method,
    String path,
    String query,
    Map<String, String> parameters,
    Map<String, String> headers,
    Bytes body,
    String base,
    Caller who) {
  public Asked {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  /// A part of the path, decoded. The pattern of the route has it, or this is a mistake of the program.
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /// A header, whatever the case of its name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// With what a pattern found in the path.
  Asked with(Map<String, String> found) {
    return new Asked(method, path, query, found, headers, body, base, who);
  }

  /// From somebody who proved who they are.
  public Asked from(Caller caller) {
    return new Asked(method, path, query, parameters, headers, body, base, caller);
  }
}
