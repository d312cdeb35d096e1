package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.avro.AvroReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Schemas;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.problem.Problem;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads schemas in whatever language they are written.
final class Contents {
  private static final String DEFAULT_FORMAT = "application/vnd.aai.asyncapi";

  private final Reading reading;
  private final Map<Dialect, Schemas> schemas = new EnumMap<>(Dialect.class);

  Contents(Reading reading) {
    this.reading = reading;
  }

  /// A JSON Schema.
  Schema json(Node node) {
    return load(Dialect.ASYNCAPI, node);
  }

  /// A schema, alone or with its format (the Multi Format Schema Object).
  ///
  /// @param format what the message says of its format; empty where it does not
  Optional<MessageContent> read(Node node, String format) {
    if (node instanceof ObjectNode object && object.has("schemaFormat") && object.has("schema")) {
      return read(
          object.get("schema").orElse(object), Reading.text(object, "schemaFormat").orElse(""));
    }
    if (format.isEmpty()) {
      return reading.documents().follow(node) instanceof Reference.Found(ObjectNode found)
              && found.has("schemaFormat")
              && found.has("schema")
          ? read(found, format)
          : undeclared(node);
    }
    if (format.startsWith("application/vnd.apache.avro")) {
      return AvroReader.embedded(reading, node).map(MessageContent.OfAvro::new);
    }
    Optional<Dialect> dialect = dialect(format);
    if (dialect.isPresent()) {
      return Optional.of(new MessageContent.OfJson(load(dialect.get(), node)));
    }
    reading.add(
        Problem.warning(
            "contract/unknown-schema-format",
            node.place(),
            "schemas in '" + format + "' are not judged",
            advice(format)));
    return Optional.of(
        new MessageContent.Unjudged(
            format, written(node).toJson(), new Sentence(node.place(), node.sourceLine())));
  }

  /// What a reference leads to, if it leads somewhere.
  private Node written(Node node) {
    return reading.documents().follow(node) instanceof Reference.Found(Node found) ? found : node;
  }

  private static String advice(String format) {
    if (format.contains("protobuf")) {
      return "give the .proto file as a contract of its own; payloads here are left as they are";
    }
    return format.contains("raml") ? "write the schema as JSON Schema or Avro" : "";
  }

  /// A schema without a format is AsyncAPI's own, and yet people refer to Avro files.
  private Optional<MessageContent> undeclared(Node node) {
    if (reading.documents().follow(node) instanceof Reference.Found(Node found)
        && AvroReader.recognises(found)) {
      reading.add(
          Problem.warning(
              "contract/missing-schema-format",
              node.place(),
              "the schema is Avro's and the document does not say so; it is read as Avro",
              "write schemaFormat: application/vnd.apache.avro;version=1.12.0"));
      return AvroReader.embedded(reading, node).map(MessageContent.OfAvro::new);
    }
    return Optional.of(new MessageContent.OfJson(json(node)));
  }

  private Schema load(Dialect dialect, Node node) {
    return schemas.computeIfAbsent(dialect, d -> new Schemas(reading, d)).load(node);
  }

  private static Optional<Dialect> dialect(String format) {
    if (format.startsWith(DEFAULT_FORMAT)) {
      return Optional.of(Dialect.ASYNCAPI);
    }
    if (format.startsWith("application/vnd.oai.openapi")) {
      return Optional.of(
          format.contains("version=3.0") ? Dialect.OPENAPI_3_0 : Dialect.OPENAPI_3_1);
    }
    return format.startsWith("application/schema") ? Optional.of(draft(format)) : Optional.empty();
  }

  private static Dialect draft(String format) {
    if (format.contains("2020-12")) {
      return Dialect.DRAFT_2020_12;
    }
    if (format.contains("2019-09")) {
      return Dialect.DRAFT_2019_09;
    }
    if (format.contains("draft-04")) {
      return Dialect.DRAFT_4;
    }
    return format.contains("draft-06") ? Dialect.DRAFT_6 : Dialect.DRAFT_7;
  }
}
