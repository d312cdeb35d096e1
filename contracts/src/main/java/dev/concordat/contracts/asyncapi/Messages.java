package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads messages, what their traits add included.
final class Messages {
  private static final MediaType JSON =
      MediaType.parse("application/json").orElseThrow(IllegalStateException::new);

  private final Reading reading;
  private final boolean traitsOverride;
  private final Contents contents;
  private final Expressions expressions;
  private final Bindings bindings;
  private final Examples examples;
  private final MediaType defaultType;

  Messages(
      Reading reading,
      ObjectNode root,
      boolean traitsOverride,
      Contents contents,
      Expressions expressions,
      Bindings bindings) {
    this.reading = reading;
    this.traitsOverride = traitsOverride;
    this.contents = contents;
    this.expressions = expressions;
    this.bindings = bindings;
    this.examples = new Examples(reading);
    this.defaultType =
        Reading.text(root, "defaultContentType").flatMap(MediaType::parse).orElse(JSON);
  }

  /// Reads one message.
  ///
  /// @param key the name under which it stands
  /// @param member where its place is, for a message that has no name of its own
  MessageSpec read(String key, ObjectNode message, ObjectNode.Member member) {
    Layers layers = Layers.of(message, traitsOverride, reading);
    Optional<MessageContent> content =
        layers
            .first("payload")
            .flatMap(node -> contents.read(node, layers.text("schemaFormat").orElse("")));
    List<DocumentedExample> all = payloadExamples(layers, content);
    content.ifPresent(c -> check(c, all));
    boolean isEmpty = message.members().isEmpty();
    return new MessageSpec(
        layers.text("name").orElse(key),
        layers.text("contentType").flatMap(MediaType::parse).orElse(defaultType),
        content,
        headers(layers),
        correlationId(layers),
        bindings.read(layers, Bindings.Level.MESSAGE),
        all,
        wholeExamples(layers, all),
        isEmpty ? member.place() : message.members().getFirst().place(),
        isEmpty ? member.sourceLine() : message.sourceLine());
  }

  private List<Schema> headers(Layers layers) {
    return layers.objects().stream()
        .flatMap(layer -> Reading.member(layer, "headers").stream())
        .flatMap(node -> contents.read(node, "").stream())
        .filter(MessageContent.OfJson.class::isInstance)
        .map(content -> ((MessageContent.OfJson) content).schema())
        .toList();
  }

  private Optional<CorrelationId> correlationId(Layers layers) {
    Optional<ObjectNode> node =
        layers.first("correlationId").flatMap(found -> reading.object(found, "the correlation id"));
    if (node.isPresent() && !node.get().has("location")) {
      reading.add(
          Problem.error(
              "contract/bad-expression",
              node.get().place(),
              "the correlation id does not say where it stands",
              "write location: '$message.header#/…' or '$message.payload#/…'"));
    }
    return node.flatMap(
        found ->
            expressions
                .read(found, "location")
                .map(
                    location ->
                        new CorrelationId(
                            location, new Sentence(found.place(), found.sourceLine()))));
  }

  private void check(MessageContent content, List<DocumentedExample> all) {
    switch (content) {
      case MessageContent.OfJson(Schema schema) -> examples.check(schema, all, Direction.NONE);
      case MessageContent.OfAvro(AvroSchema schema) -> all.forEach(e -> check(schema, e));
      case MessageContent.Unjudged ignored -> {}
    }
  }

  private void check(AvroSchema schema, DocumentedExample example) {
    schema.judge(example.value()).faults().stream()
        .findFirst()
        .ifPresent(
            fault ->
                reading.add(
                    Problem.warning(
                        "contract/example-breaks-schema",
                        example.place(),
                        "the example breaks its own schema: " + fault.message(),
                        "mend the example or the schema")));
  }

  private List<MessageExample> wholeExamples(Layers layers, List<DocumentedExample> payloads) {
    if (!(layers.first("examples").orElse(null) instanceof ArrayNode list)) {
      return payloads.stream()
          .map(
              example ->
                  new MessageExample(
                      example.name(),
                      Optional.empty(),
                      Optional.of(example.value()),
                      example.place()))
          .toList();
    }
    return list.items().stream()
        .flatMap(item -> reading.object(item, "the example").stream())
        .map(
            example ->
                new MessageExample(
                    Reading.text(example, "name").orElse(""),
                    example
                        .get("headers")
                        .map(Node::toJson)
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast),
                    example.get("payload").map(Node::toJson),
                    example.place()))
        .toList();
  }

  private List<DocumentedExample> payloadExamples(Layers layers, Optional<MessageContent> content) {
    var found = new ArrayList<DocumentedExample>();
    if (layers.first("examples").orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        reading
            .object(item, "the example")
            .ifPresent(
                example ->
                    example
                        .get("payload")
                        .ifPresent(
                            payload ->
                                found.add(
                                    new DocumentedExample(
                                        Reading.text(example, "name").orElse(""), payload))));
      }
    }
    boolean isJson = content.filter(MessageContent.OfJson.class::isInstance).isPresent();
    return found.isEmpty() && isJson
        ? layers.first("payload").map(examples::ofSchema).orElseGet(List::of)
        : found;
  }
}
