package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.reading.Examples;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads messages, what their traits add included.
final class Messages {
  private static final MediaType JSON =
      MediaType.parse("application/json").orElseThrow(IllegalStateException::new);

  private final Reading reading;
  private final Examples examples;
  private final MediaType defaultType;
  private final Map<Dialect, Schemas> schemas = new EnumMap<>(Dialect.class);

  Messages(Reading reading, ObjectNode root) {
    this.reading = reading;
    this.examples = new Examples(reading);
    this.defaultType =
        Reading.text(root, "defaultContentType").flatMap(MediaType::parse).orElse(JSON);
  }

  /// Reads one message.
  ///
  /// @param key the name under which it stands
  /// @param member where its place is, for a message that has no name of its own
  MessageSpec read(String key, ObjectNode message, ObjectNode.Member member) {
    List<ObjectNode> layers = layers(message);
    Optional<Schema> payload = Reading.member(message, "payload").flatMap(this::schema);
    List<DocumentedExample> all = payloadExamples(layers);
    payload.ifPresent(schema -> examples.check(schema, all, Direction.NONE));
    return new MessageSpec(
        first(layers, "name").flatMap(Messages::textOf).orElse(key),
        first(layers, "contentType")
            .flatMap(Messages::textOf)
            .flatMap(MediaType::parse)
            .orElse(defaultType),
        payload,
        headers(layers),
        key(layers),
        all,
        message.members().isEmpty() ? member.place() : message.members().getFirst().place(),
        message.members().isEmpty() ? member.sourceLine() : message.sourceLine());
  }

  /// The message, then its traits, the last first: an earlier layer's word counts (AsyncAPI 3.0, Traits Merge Mechanism).
  private List<ObjectNode> layers(ObjectNode message) {
    var layers = new ArrayList<ObjectNode>();
    if (message.get("traits").orElse(null) instanceof ArrayNode traits) {
      for (Node trait : traits.items()) {
        reading.object(trait, "the trait").ifPresent(layers::addFirst);
      }
    }
    layers.addFirst(message);
    return layers;
  }

  private static Optional<Node> first(List<ObjectNode> layers, String name) {
    return layers.stream().flatMap(layer -> Reading.member(layer, name).stream()).findFirst();
  }

  private static Optional<String> textOf(Node node) {
    return node instanceof dev.concordat.contracts.tree.ScalarNode scalar
        ? scalar.text()
        : Optional.empty();
  }

  private List<Schema> headers(List<ObjectNode> layers) {
    return layers.stream()
        .flatMap(layer -> Reading.member(layer, "headers").stream())
        .flatMap(node -> schema(node).stream())
        .toList();
  }

  private Optional<Schema> key(List<ObjectNode> layers) {
    return first(layers, "bindings")
        .flatMap(bindings -> reading.object(bindings, "the bindings"))
        .flatMap(bindings -> Reading.member(bindings, "kafka"))
        .flatMap(kafka -> reading.object(kafka, "the Kafka binding"))
        .flatMap(kafka -> Reading.member(kafka, "key"))
        .flatMap(this::schema);
  }

  /// A schema, alone or with its format (the Multi Format Schema Object).
  private Optional<Schema> schema(Node node) {
    if (node instanceof ObjectNode object && object.has("schemaFormat") && object.has("schema")) {
      String format = Reading.text(object, "schemaFormat").orElse("");
      Optional<Dialect> dialect = dialect(format);
      if (dialect.isEmpty()) {
        reading.add(
            Problem.warning(
                "contract/unknown-schema-format",
                object.place(),
                "schemas in '" + format + "' are not judged",
                ""));
      }
      return dialect.flatMap(d -> object.get("schema").map(schema -> load(d, schema)));
    }
    return Optional.of(load(Dialect.ASYNCAPI, node));
  }

  private Schema load(Dialect dialect, Node node) {
    return schemas.computeIfAbsent(dialect, d -> new Schemas(reading, d)).load(node);
  }

  private static Optional<Dialect> dialect(String format) {
    if (format.startsWith("application/vnd.aai.asyncapi")) {
      return Optional.of(Dialect.ASYNCAPI);
    }
    if (format.startsWith("application/vnd.oai.openapi")) {
      return Optional.of(
          format.contains("version=3.0") ? Dialect.OPENAPI_3_0 : Dialect.OPENAPI_3_1);
    }
    if (format.startsWith("application/schema")) {
      return Optional.of(
          format.contains("2020-12")
              ? Dialect.DRAFT_2020_12
              : format.contains("2019-09") ? Dialect.DRAFT_2019_09 : Dialect.DRAFT_7);
    }
    return Optional.empty();
  }

  private List<DocumentedExample> payloadExamples(List<ObjectNode> layers) {
    var found = new ArrayList<DocumentedExample>();
    if (first(layers, "examples").orElse(null) instanceof ArrayNode list) {
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
                                        Reading.text(example, "name").orElse(""),
                                        payload.toJson(),
                                        payload.place()))));
      }
    }
    return found.isEmpty()
        ? Reading.member(layers.getFirst(), "payload").map(examples::ofSchema).orElseGet(List::of)
        : found;
  }
}
