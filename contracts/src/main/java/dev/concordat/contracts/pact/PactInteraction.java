package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonArray;
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
  /// @param brokerId the name that a Pact Broker gave it: `_id`; empty where absent
  /// @param isPending whether the provider may still fail it
  /// @param transport what carries it, `http`, `grpc`; empty where it does not say
  /// @param pluginConfiguration what plugins stored with it, by their names, as written
  /// @param comments what people and tools noted, as written (version 4): `text`, `testname`
  /// @param markup how to show it to people, as written (version 4): `interactionMarkup`
  record Header(
      String description,
      List<ProviderState> states,
      String key,
      String brokerId,
      boolean isPending,
      String transport,
      JsonObject pluginConfiguration,
      JsonObject comments,
      JsonObject markup,
      Place place) {
    public Header {
      states = List.copyOf(states);
    }

    /// The comments that are plain text.
    public List<String> remarks() {
      return comments.member("text").orElse(JsonObject.EMPTY) instanceof JsonArray all
          ? all.items().stream().map(Fields::text).toList()
          : List.of();
    }

    /// The name of the test that wrote the interaction, if it says.
    public Optional<String> testName() {
      return comments.member("testname").map(Fields::text);
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
