package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaMeaning;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the words of one protocol mean: all of them, for the broker or the other side acts on each. The version of a binding
/// says nothing that its words do not.
final class BindingMeaning {
  private BindingMeaning() {}

  static Term of(Binding binding) {
    TermMembers words =
        switch (binding) {
          case KafkaBinding kafka -> kafka(kafka);
          case AmqpBinding amqp -> amqp(amqp);
          case MqttBinding mqtt -> mqtt(mqtt);
          case WebSocketBinding.OfChannel(var method, var query, var headers, var ignored) ->
              TermMembers.of("channel")
                  .maybe("method", text(method))
                  .maybe("query", schema(query))
                  .maybe("headers", schema(headers));
          case Binding.Other other -> TermMembers.of("other").named("words", others(other.value()));
        };
    return words.text("protocol", binding.protocol()).term();
  }

  private static Map<String, Term> others(JsonValue value) {
    Map<String, Term> words = new TreeMap<>();
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, word) -> {
                if (!name.equals("bindingVersion") && !name.startsWith("x-")) {
                  words.put(name, Term.json(word));
                }
              });
    }
    return words;
  }

  private static TermMembers kafka(KafkaBinding binding) {
    return switch (binding) {
      case KafkaBinding.OfServer(var url, var vendor, var ignored) ->
          TermMembers.of("server").maybe("registry", text(url)).maybe("vendor", text(vendor));
      case KafkaBinding.OfChannel channel -> {
        Map<String, Term> configuration = new TreeMap<>();
        channel.configuration().forEach((name, value) -> configuration.put(name, Term.json(value)));
        yield TermMembers.of("channel")
            .maybe("topic", text(channel.topic()))
            .maybe("partitions", number(channel.partitions()))
            .maybe("replicas", number(channel.replicas()))
            .named("configuration", configuration);
      }
      case KafkaBinding.OfOperation(var group, var client, var ignored) ->
          TermMembers.of("operation").maybe("group", schema(group)).maybe("client", schema(client));
      case KafkaBinding.OfMessage message ->
          TermMembers.of("message")
              .maybe("key", message.key().map(AsyncApiMeaning::content))
              .maybe("schemaIdLocation", text(message.schemaIdLocation()))
              .maybe("schemaIdEncoding", text(message.schemaIdPayloadEncoding()))
              .maybe("schemaLookup", text(message.schemaLookupStrategy()));
    };
  }

  private static TermMembers amqp(AmqpBinding binding) {
    return switch (binding) {
      case AmqpBinding.OfChannel(var isQueue, var exchange, var queue, var ignored) ->
          TermMembers.of("channel")
              .flag("isQueue", isQueue)
              .maybe("exchange", exchange.map(BindingMeaning::exchange))
              .maybe("queue", queue.map(BindingMeaning::queue));
      case AmqpBinding.OfOperation operation ->
          TermMembers.of("operation")
              .maybe("expiration", number(operation.expirationMillis()))
              .maybe("userId", text(operation.userId()))
              .choices("cc", texts(operation.cc()))
              .choices("bcc", texts(operation.bcc()))
              .maybe("priority", number(operation.priority()))
              .maybe("deliveryMode", number(operation.deliveryMode()))
              .flag("mandatory", operation.isMandatory())
              .flag("timestamp", operation.hasTimestamp())
              .flag("ack", operation.isAcknowledged());
      case AmqpBinding.OfMessage(var encoding, var type, var ignored) ->
          TermMembers.of("message").maybe("encoding", text(encoding)).maybe("type", text(type));
    };
  }

  private static Term exchange(AmqpBinding.Exchange exchange) {
    return TermMembers.of("exchange")
        .text("name", exchange.name())
        .maybe("type", text(exchange.type()))
        .flag("durable", exchange.isDurable())
        .flag("autoDelete", exchange.isDeletedUnused())
        .text("vhost", exchange.vhost())
        .term();
  }

  private static Term queue(AmqpBinding.Queue queue) {
    return TermMembers.of("queue")
        .text("name", queue.name())
        .flag("durable", queue.isDurable())
        .flag("exclusive", queue.isExclusive())
        .flag("autoDelete", queue.isDeletedUnused())
        .text("vhost", queue.vhost())
        .term();
  }

  private static TermMembers mqtt(MqttBinding binding) {
    return switch (binding) {
      case MqttBinding.OfServer(var client, var isClean, var will, var keepAlive, var ignored) ->
          TermMembers.of("server")
              .maybe("client", text(client))
              .flag("cleanSession", isClean)
              .maybe("lastWill", will.map(BindingMeaning::lastWill))
              .maybe("keepAlive", number(keepAlive));
      case MqttBinding.OfOperation(var qos, var isRetained, var expiry, var ignored) ->
          TermMembers.of("operation")
              .maybe("qos", number(qos))
              .flag("retain", isRetained)
              .maybe("expiry", number(expiry));
      case MqttBinding.OfMessage message ->
          TermMembers.of("message")
              .maybe("payloadFormat", number(message.payloadFormatIndicator()))
              .maybe("correlationData", schema(message.correlationData()))
              .maybe("contentType", text(message.contentType()))
              .maybe("responseTopicSchema", schema(message.responseTopicSchema()))
              .maybe("responseTopic", text(message.responseTopic()));
    };
  }

  private static Term lastWill(MqttBinding.LastWill will) {
    return TermMembers.of("lastWill")
        .maybe("topic", text(will.topic()))
        .maybe("qos", number(will.qos()))
        .maybe("message", text(will.message()))
        .flag("retain", will.isRetained())
        .term();
  }

  private static Optional<Term> text(Optional<String> text) {
    return text.map(Term::text);
  }

  private static Optional<Term> number(Optional<Integer> number) {
    return number.map(Term::number);
  }

  private static Optional<Term> schema(Optional<Schema> schema) {
    return schema.map(SchemaMeaning::of);
  }

  private static List<Term> texts(Collection<String> texts) {
    return texts.stream().map(Term::text).toList();
  }
}
