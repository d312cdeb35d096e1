package dev.concordat.compare.pact;

import dev.concordat.compare.need.Example;
import dev.concordat.compare.need.MemorySchemas;
import dev.concordat.compare.need.MessageNeed;
import dev.concordat.compare.need.MessageNeed.Parcel;
import dev.concordat.compare.need.MessageNeed.Reference;
import dev.concordat.compare.need.Sentences;
import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a pact says of messages.
public final class PactMessageNeeds {
  /// Metadata that a broker carries in its own way, under the names that Pact's libraries give it.
  private static final Set<String> TOPICS =
      Set.of("topic", "kafka_topic", "destination", "queue", "channel");

  private static final Set<String> OF_BROKERS =
      Set.of("contenttype", "content-type", "key", "kafka_messagekey", "partition");

  private PactMessageNeeds() {}

  /// The messages, in the order of the file. Interactions over HTTP, and those that are not known, are none.
  public static List<MessageNeed> of(PactContract pact) {
    return pact.interactions().stream().flatMap(each -> of(each).stream()).toList();
  }

  private static Optional<MessageNeed> of(PactInteraction interaction) {
    return switch (interaction) {
      case HttpInteraction ignored -> Optional.empty();
      case UnknownInteraction ignored -> Optional.empty();
      case MessageInteraction(var header, ExpectedMessage message) ->
          Optional.of(
              new MessageNeed(
                  PactNeeds.name(interaction),
                  reference(interaction, message),
                  Optional.empty(),
                  List.of(parcel(message)),
                  sentences(message)));
      case SynchronousMessages(
              var header,
              ExpectedMessage request,
              List<ExpectedMessage> responses) ->
          Optional.of(
              new MessageNeed(
                  PactNeeds.name(interaction),
                  reference(interaction, request),
                  Optional.of(parcel(request)),
                  responses.stream().map(PactMessageNeeds::parcel).toList(),
                  sentences(request)));
    };
  }

  /// `comments.references.AsyncAPI.operationId`, as PactFlow asks for it; else the topic among the metadata.
  private static Reference reference(PactInteraction interaction, ExpectedMessage message) {
    Optional<String> named =
        member(interaction.header().comments(), "references")
            .flatMap(references -> member(references, "AsyncAPI"))
            .flatMap(reference -> member(reference, "operationId"))
            .flatMap(PactMessageNeeds::text);
    if (named.isPresent()) {
      return new Reference.ToOperation(named.get());
    }
    return message.metadata().entrySet().stream()
        .filter(entry -> TOPICS.contains(entry.getKey()))
        .flatMap(entry -> text(entry.getValue()).stream())
        .findFirst()
        .<Reference>map(Reference.ToAddress::new)
        .orElseGet(Reference.Missing::new);
  }

  private static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonObject object ? object.member(name) : Optional.empty();
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Parcel parcel(ExpectedMessage message) {
    var schemas = new MemorySchemas();
    Bytes bytes = message.body().bytes();
    boolean isJson =
        bytes.size() > 0
            && message
                .contentType()
                .map(BodyTypes::parse)
                .map(BodyTypes::isJson)
                .orElseGet(() -> BodyTypes.isJson(BodyTypes.sniff(bytes.toArray())));
    Optional<JsonValue> value =
        isJson ? JsonParser.parse(bytes.toArray()).value() : Optional.empty();
    return new Parcel(
        message.contentType(),
        value.map(it -> new Example(it, message.rules().body(), schemas)),
        message.body() instanceof ExpectedBody.Present,
        headers(message).map(it -> new Example(it, message.rules().metadata(), schemas)),
        sentences(message));
  }

  private static Optional<JsonObject> headers(ExpectedMessage message) {
    Map<String, JsonValue> headers = new LinkedHashMap<>();
    message
        .metadata()
        .forEach(
            (name, value) -> {
              if (!TOPICS.contains(name) && !OF_BROKERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
              }
            });
    return message.metadata().isEmpty() ? Optional.empty() : Optional.of(new JsonObject(headers));
  }

  private static Sentences sentences(ExpectedMessage message) {
    return (part, detail) ->
        PactSentences.sentence(
            part == Part.MESSAGE_HEADERS
                ? PactSentences.named(message.node(), "metadata", detail.replaceFirst("^/", ""))
                : PactSentences.inBody(message.node(), detail, "contents", "content"));
  }
}
