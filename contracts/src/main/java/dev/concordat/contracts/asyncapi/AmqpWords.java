package dev.concordat.contracts.asyncapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads AMQP's bindings.
final class AmqpWords {
  private static final List<String> EXCHANGES =
      List.of("topic", "direct", "fanout", "default", "headers");
  private static final int MAX_NAME = 255;
  private static final int MAX_PRIORITY = 255;

  private AmqpWords() {}

  static Binding read(BindingFields fields, Bindings.Level level) {
    return switch (level) {
      case SERVER -> fields.none("amqp", "the AMQP binding of a server");
      case CHANNEL -> channel(fields);
      case OPERATION -> operation(fields);
      case MESSAGE -> message(fields);
    };
  }

  private static Binding channel(BindingFields fields) {
    fields.expectOnly(
        "the AMQP binding of a channel", Set.of("is", "name", "channel", "exchange", "queue"));
    Optional<String> is = fields.word("is", List.of("queue", "routingKey"));
    return new AmqpBinding.OfChannel(
        is.filter("queue"::equals).isPresent(),
        fields.inside("exchange").map(AmqpWords::exchange),
        fields.inside("queue").map(AmqpWords::queue),
        fields.at());
  }

  private static AmqpBinding.Exchange exchange(BindingFields fields) {
    fields.expectOnly("an exchange", Set.of("name", "type", "durable", "autoDelete", "vhost"));
    var exchange =
        new AmqpBinding.Exchange(
            name(fields),
            fields.word("type", EXCHANGES),
            fields.flag("durable"),
            fields.flag("autoDelete"),
            fields.text("vhost").orElse("/"));
    fields.finish();
    return exchange;
  }

  private static AmqpBinding.Queue queue(BindingFields fields) {
    fields.expectOnly("a queue", Set.of("name", "durable", "exclusive", "autoDelete", "vhost"));
    var queue =
        new AmqpBinding.Queue(
            name(fields),
            fields.flag("durable"),
            fields.flag("exclusive"),
            fields.flag("autoDelete"),
            fields.text("vhost").orElse("/"));
    fields.finish();
    return queue;
  }

  private static String name(BindingFields fields) {
    String name = fields.text("name").orElse("");
    if (name.length() > MAX_NAME) {
      fields.bad("name", name.length() + " characters long", "at most " + MAX_NAME);
    }
    return name;
  }

  private static Binding operation(BindingFields fields) {
    fields.expectOnly(
        "the AMQP binding of an operation",
        Set.of(
            "expiration",
            "userId",
            "cc",
            "bcc",
            "priority",
            "deliveryMode",
            "mandatory",
            "replyTo",
            "timestamp",
            "ack"));
    return new AmqpBinding.OfOperation(
        fields.number("expiration", 0, Integer.MAX_VALUE),
        fields.text("userId"),
        fields.texts("cc"),
        fields.texts("bcc"),
        fields.number("priority", 0, MAX_PRIORITY),
        fields.number("deliveryMode", 1, 2),
        fields.flag("mandatory"),
        fields.flag("timestamp"),
        fields.flag("ack"),
        fields.at());
  }

  private static Binding message(BindingFields fields) {
    fields.expectOnly("the AMQP binding of a message", Set.of("contentEncoding", "messageType"));
    return new AmqpBinding.OfMessage(
        fields.text("contentEncoding"), fields.text("messageType"), fields.at());
  }
}
