package dev.concordat.cli.pact;

import dev.concordat.cli.registry.RegistryAddress;
import dev.concordat.model.exchange.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where pacts come from and how we prove who we are: a registry of ours, or any Pact Broker, which the variables of Pact's
/// tools name too.
///
/// @param url without a slash at the end
/// @param headers never shown
public record BrokerAccess(String url, List<Header> headers) {
  /// The variable by which Pact's tools find a broker.
  public static final String BASE_URL = "PACT_BROKER_BASE_URL";

  static final String TOKEN = "PACT_BROKER_TOKEN";
  static final String USER = "PACT_BROKER_USERNAME";
  static final String PASSWORD = "PACT_BROKER_PASSWORD";

  public BrokerAccess {
    headers = List.copyOf(headers);
  }

  /// As the command line says, or else the variables. A token of ours is not sent to a broker that only Pact's variables name.
  ///
  /// @throws IllegalArgumentException when the address is none of HTTP
  public static BrokerAccess of(Optional<String> named, Map<String, String> variables) {
    Optional<String> theirs =
        named.isEmpty() && !variables.containsKey(RegistryAddress.URL_VARIABLE)
            ? value(variables, BASE_URL)
            : Optional.empty();
    RegistryAddress ours = RegistryAddress.of(named.or(() -> theirs), variables);
    Optional<String> token = theirs.isPresent() ? Optional.empty() : ours.token();
    Optional<String> credential =
        token
            .or(() -> value(variables, TOKEN))
            .map(text -> "Bearer " + text)
            .or(() -> value(variables, USER).map(user -> basic(user, variables)));
    return new BrokerAccess(
        ours.url(),
        credential.map(text -> List.of(new Header("Authorization", text))).orElse(List.of()));
  }

  private static String basic(String user, Map<String, String> variables) {
    String pair = user + ":" + variables.getOrDefault(PASSWORD, "");
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  URI address() {
    return URI.create(url);
  }
}
