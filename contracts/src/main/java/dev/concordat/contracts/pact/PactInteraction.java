package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// One thing that a consumer does with a provider.
public sealed interface PactInteraction {
  Header header();

  /// What interactions of every kind have.
  ///
  /// @param key its identity across versions of the file (version 4); empty where absent
  /// @param isPending whether the provider may still fail it
  /// @param transport what carries it, `http`, `grpc`; empty where it does not say
  /// @param pluginConfiguration what plugins stored with it, by their names, as written
  record Header(
      String description,
      List<ProviderState> states,
      String key,
      boolean isPending,
      String transport,
      JsonObject pluginConfiguration,
      Place place) {
    public Header {
      states = List.copyOf(states);
    }

    /// The plugins whose stored data the interaction carries.
    public List<String> plugins() {
      return List.copyOf(pluginConfiguration.members().keySet());
    }
  }

  /// A request and its response over HTTP.
  record HttpInteraction(Header header, ExpectedRequest request, ExpectedResponse response)
      implements PactInteraction {}

  /// A message without an answer.
  record MessageInteraction(Header header, ExpectedMessage message) implements PactInteraction {}

  /// A message and its answers, such as a gRPC call.
  record SynchronousMessages(
      Header header, ExpectedMessage request, List<ExpectedMessage> responses)
      implements PactInteraction {
    public SynchronousMessages {
      responses = List.copyOf(responses);
    }
  }

  /// An interaction of a type that is not known, kept as written; nothing is judged.
  record UnknownInteraction(Header header, String type, JsonObject content)
      implements PactInteraction {}

  default String description() {
    return header().description();
  }

  default Place place() {
    return header().place();
  }

  /// The HTTP interaction, if it is one.
  default Optional<HttpInteraction> asHttp() {
    return this instanceof HttpInteraction http ? Optional.of(http) : Optional.empty();
  }
}
