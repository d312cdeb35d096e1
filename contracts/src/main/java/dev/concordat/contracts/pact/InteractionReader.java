package dev.concordat.contracts.pact;

import dev.concordat.contracts.pact.PactInteraction.Header;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one interaction of any version.
final class InteractionReader {
  private final MessageParts parts;
  private final Problems problems;

  InteractionReader(MessageParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
  }

  Optional<PactInteraction> interaction(Node node) {
    if (!(node instanceof ObjectNode object)) {
      problems.error(
          "pact/bad-interaction", node, "an interaction is an object, this is " + node, "");
      return Optional.empty();
    }
    Header header = header(object);
    String type = Fields.text(object, "type").orElse("Synchronous/HTTP");
    return Optional.of(
        switch (type) {
          case "Synchronous/HTTP" -> http(header, object);
          case "Asynchronous/Messages" -> new MessageInteraction(header, parts.message(object));
          case "Synchronous/Messages" -> synchronous(header, object);
          default -> unknown(header, type, object);
        });
  }

  /// A message of a version 3 file.
  Optional<PactInteraction> message(Node node) {
    return node instanceof ObjectNode object
        ? Optional.of(new MessageInteraction(header(object), parts.message(object)))
        : interaction(node);
  }

  private HttpInteraction http(Header header, ObjectNode node) {
    for (String part : List.of("request", "response")) {
      if (Fields.object(node, part).isEmpty()) {
        problems.error(
            "pact/bad-interaction",
            node,
            "the interaction '" + header.description() + "' has no " + part,
            "an HTTP interaction has a request and a response");
      }
    }
    return new HttpInteraction(
        header,
        parts.request(Fields.get(node, "request").orElse(node)),
        parts.response(Fields.get(node, "response").orElse(node)));
  }

  private SynchronousMessages synchronous(Header header, ObjectNode node) {
    List<Node> responses = Fields.items(node, "response");
    if (responses.isEmpty()) {
      responses = Fields.object(node, "response").map(List::<Node>of).orElse(List.of());
    }
    return new SynchronousMessages(
        header,
        parts.message(Fields.get(node, "request").orElse(node)),
        responses.stream().map(parts::message).toList());
  }

  private UnknownInteraction unknown(Header header, String type, ObjectNode node) {
    problems.warning(
        "pact/unknown-interaction-type",
        node,
        "interactions of type '" + type + "' are not known, so this one is not judged",
        "the types are Synchronous/HTTP, Asynchronous/Messages and Synchronous/Messages");
    return new UnknownInteraction(header, type, node.toJson());
  }

  private Header header(ObjectNode node) {
    String description = Fields.text(node, "description").orElse("");
    if (description.isEmpty()) {
      problems.warning(
          "pact/no-description",
          node,
          "the interaction has no description",
          "describe what the consumer does: \"description\": \"a request for order 1\"");
    }
    return new Header(
        description,
        states(node),
        Fields.text(node, "key").orElse(""),
        Fields.text(node, "_id").orElse(""),
        Fields.text(node, "pending").filter("true"::equals).isPresent(),
        Fields.text(node, "transport").orElse(""),
        Fields.json(node, "pluginConfiguration"),
        Fields.json(node, "comments"),
        Fields.json(node, "interactionMarkup"),
        node.place());
  }

  private static List<ProviderState> states(ObjectNode node) {
    var states = new ArrayList<ProviderState>();
    Fields.first(node, "providerState", "provider_state")
        .flatMap(Fields::text)
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> states.add(new ProviderState(name, Map.of())));
    for (Node state : Fields.items(node, "providerStates")) {
      JsonObject parameters = Fields.json(state, "params");
      Map<String, JsonValue> values = new LinkedHashMap<>(parameters.members());
      Fields.text(state, "name")
          .or(() -> Fields.text(state))
          .ifPresent(name -> states.add(new ProviderState(name, values)));
    }
    return states;
  }
}
