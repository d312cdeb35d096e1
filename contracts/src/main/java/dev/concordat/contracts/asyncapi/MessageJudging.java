package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.avro.AvroJudge;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.SchemaBreaches;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.text.Coercion;
import dev.concordat.contracts.text.Written;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// One delivery held against one documented message.
final class MessageJudging {
  /// A constant or enumeration that does not fit says that another message is meant.
  private static final int DISCRIMINATOR_WEIGHT = 10;

  private final MessageSpec message;
  private final MessageDelivery delivery;
  private int distance;

  MessageJudging(MessageSpec message, MessageDelivery delivery) {
    this.message = message;
    this.delivery = delivery;
  }

  /// How far the delivery is from this message; 0 when it fits. Known after {@link #breaches}.
  int distance() {
    return distance;
  }

  List<Breach> breaches(Optional<MediaType> stated) {
    var breaches = new ArrayList<Breach>();
    message.headers().forEach(schema -> breaches.addAll(headers(schema)));
    message.keyContent().ifPresent(content -> breaches.addAll(key(content)));
    Optional<MediaType> other = stated.filter(type -> !message.contentType().includes(type));
    if (other.isPresent()) {
      distance += DISCRIMINATOR_WEIGHT;
      breaches.add(
          breach(
              Breach.Kind.WRONG_MEDIA_TYPE,
              "content-type",
              "the message says that it is " + other.get(),
              message.contentType().toString(),
              other.get().toString()));
    } else {
      message.content().ifPresent(content -> breaches.addAll(payload(content)));
    }
    message.correlationId().ifPresent(id -> breaches.addAll(correlation(id)));
    return breaches;
  }

  /// A payload of which only the start was kept says nothing of what it lacks.
  private List<Breach> correlation(CorrelationId id) {
    MessageExpression location = id.location();
    boolean isHeader = location.part() == MessageExpression.Part.HEADER;
    Optional<Bytes> bytes = delivery.value();
    if (!isHeader && (bytes.isEmpty() || bytes.get().isCut())) {
      return List.of();
    }
    Optional<JsonValue> payload =
        isHeader ? Optional.empty() : PayloadJudging.value(message, bytes.get());
    boolean isUnread = !isHeader && payload.isEmpty();
    if (isUnread || location.in(delivery, payload).isPresent()) {
      return List.of();
    }
    distance++;
    return List.of(
        new Breach(
            isHeader ? Breach.Kind.MISSING_HEADER : Breach.Kind.MISSING_FIELD,
            message.name(),
            location.shownPointer(),
            id.at().place(),
            id.at().text(),
            "the message has no correlation id at " + location,
            location.toString(),
            "nothing"));
  }

  private List<Breach> payload(MessageContent content) {
    return switch (content) {
      case MessageContent.OfJson(Schema schema) -> payload(schema);
      case MessageContent.OfAvro(AvroSchema schema) -> payload(schema);
      case MessageContent.Unjudged ignored -> List.of();
    };
  }

  /// A message without a value deletes what its key names; Avro has no say in it.
  private List<Breach> payload(AvroSchema schema) {
    if (delivery.value().isEmpty() || delivery.value().get().isCut()) {
      return List.of();
    }
    List<Breach> breaches = PayloadJudging.breaches(schema, message, delivery.value().get());
    distance += breaches.size();
    return breaches;
  }

  private List<Breach> payload(Schema schema) {
    if (delivery.value().isEmpty()) {
      return violations(schema, JsonNull.NULL);
    }
    Bytes bytes = delivery.value().get();
    if (bytes.isCut() || !(message.contentType().isJson() || message.contentType().isText())) {
      return List.of();
    }
    if (message.contentType().isText()) {
      return Coercion.value(Optional.of(schema), Written.ofScalar(bytes.utf8()))
          .map(value -> violations(schema, value))
          .orElseGet(List::of);
    }
    ParsedJson parsed = JsonParser.parse(bytes.toArray());
    if (parsed.value().isPresent()) {
      return violations(schema, parsed.value().get());
    }
    distance += DISCRIMINATOR_WEIGHT;
    String reason =
        "not JSON: " + parsed.failure().map(ParsedJson.Failure::message).orElse("unreadable");
    return List.of(
        breach(
            Breach.Kind.MALFORMED_BODY,
            "",
            "the payload is " + reason,
            message.contentType().toString(),
            reason));
  }

  private List<Breach> violations(Schema schema, JsonValue value) {
    List<Violation> violations = schema.validate(value);
    count(violations);
    return SchemaBreaches.of(message.name(), value, violations);
  }

  private void count(List<Violation> violations) {
    for (Violation violation : violations) {
      boolean isDiscriminator =
          violation.keyword().equals("const") || violation.keyword().equals("enum");
      distance += isDiscriminator ? DISCRIMINATOR_WEIGHT : 1;
    }
  }

  private List<Breach> headers(Schema schema) {
    var texts = new LinkedHashMap<String, List<String>>();
    for (Header header : delivery.headers()) {
      Written.add(texts, header.name(), header.value());
    }
    JsonObject value = Coercion.object(Optional.of(schema), texts);
    List<Violation> violations = schema.validate(value);
    count(violations);
    return SchemaBreaches.of(message.name(), value, violations).stream()
        .map(MessageJudging::ofHeader)
        .toList();
  }

  private static Breach ofHeader(Breach breach) {
    Breach.Kind kind =
        breach.kind() == Breach.Kind.MISSING_FIELD
            ? Breach.Kind.MISSING_HEADER
            : Breach.Kind.WRONG_HEADER;
    String name = breach.pointer().isEmpty() ? "" : breach.pointer().substring(1);
    return breach.withKind(kind).withPointer("header:" + name);
  }

  private List<Breach> key(MessageContent content) {
    return switch (content) {
      case MessageContent.OfJson(Schema schema) -> key(schema);
      case MessageContent.OfAvro(AvroSchema schema) -> key(schema);
      case MessageContent.Unjudged ignored -> List.of();
    };
  }

  private List<Breach> key(AvroSchema schema) {
    if (delivery.key().isEmpty() || delivery.key().get().isCut()) {
      return List.of();
    }
    List<Breach> breaches =
        new AvroJudge(schema)
            .judge(delivery.key().get().toArray())
            .verdict()
            .breaches(message.name());
    distance += breaches.size();
    return breaches.stream().map(b -> b.withPointer("key" + b.pointer())).toList();
  }

  /// A key of binary numbers has no text that could be judged.
  private List<Breach> key(Schema schema) {
    if (delivery.key().isEmpty() || !isText(delivery.key().get())) {
      return List.of();
    }
    String text = delivery.key().get().utf8();
    Optional<JsonValue> json =
        text.startsWith("{") || text.startsWith("[")
            ? JsonParser.parse(text).value()
            : Optional.empty();
    JsonValue value =
        json.or(() -> Coercion.value(Optional.of(schema), Written.ofScalar(text)))
            .orElse(JsonNull.NULL);
    List<Violation> violations = schema.validate(value);
    count(violations);
    return SchemaBreaches.of(message.name(), value, violations).stream()
        .map(breach -> breach.withPointer("key" + breach.pointer()))
        .toList();
  }

  private static boolean isText(Bytes bytes) {
    return bytes.utf8().chars().allMatch(c -> c >= ' ' && c != '\uFFFD');
  }

  private Breach breach(
      Breach.Kind kind, String pointer, String what, String expected, String actual) {
    return new Breach(
        kind,
        message.name(),
        pointer,
        message.place(),
        message.sourceLine(),
        what,
        expected,
        actual);
  }
}
