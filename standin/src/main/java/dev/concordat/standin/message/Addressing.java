package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelParameter;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the topic of a message. What the address and the message both carry is the same in both.
final class Addressing {
  private final Payloads payloads;

  Addressing(Payloads payloads) {
    this.payloads = payloads;
  }

  /// What came of it.
  sealed interface Found {
    /// The topic, and the message with what it carries of it.
    record At(String topic, JsonObject headers, JsonValue payload) implements Found {}

    /// There is none.
    record Nowhere(String reason) implements Found {}
  }

  Found find(Target target, Order order, JsonObject headers, JsonValue payload, String path) {
    Channel channel = target.channel();
    Optional<String> fixed = target.topic().or(channel::kafkaTopic);
    if (order.topic().isPresent()) {
      return channel.address().isEmpty() || channel.isAt(order.topic().get())
          ? checked(order.topic().get(), headers, payload)
          : new Found.Nowhere(
              "the topic "
                  + order.topic().get()
                  + " is not one of "
                  + channel.address().get()
                  + " ("
                  + channel.place().shortForm()
                  + ")");
    }
    if (fixed.isPresent()) {
      return checked(fixed.get(), headers, payload);
    }
    if (channel.address().isEmpty()) {
      return new Found.Nowhere(
          "the contract leaves the address of this channel open ("
              + channel.place().shortForm()
              + "); name it: \"topic\"");
    }
    Address address = channel.address().get();
    for (String name : order.parameters().keySet()) {
      if (!address.parameterNames().contains(name)) {
        return new Found.Nowhere(
            "the address "
                + address
                + " has no parameter '"
                + name
                + "': "
                + address.parameterNames());
      }
    }
    return filled(address, channel, order, new Found.At(address.text(), headers, payload), path);
  }

  private Found filled(Address address, Channel channel, Order order, Found.At begun, String path) {
    Map<String, String> values = new LinkedHashMap<>();
    Found.At at = begun;
    for (String name : address.parameterNames()) {
      Optional<ChannelParameter> parameter =
          channel.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
      Optional<String> asked = Optional.ofNullable(order.parameters().get(name));
      if (asked.isPresent() && parameter.filter(each -> !each.allows(asked.get())).isPresent()) {
        return new Found.Nowhere(
            "the contract forbids '"
                + asked.get()
                + "' for "
                + name
                + " ("
                + parameter.get().at().place().shortForm()
                + "): "
                + parameter.get().at().text());
      }
      Found.At so = at;
      String value =
          asked
              .or(() -> parameter.flatMap(each -> carried(each, so)))
              .or(() -> parameter.flatMap(each -> allowed(each, path)))
              .orElse(name + "-1");
      values.put(name, value);
      at = parameter.map(each -> with(each, value, so)).orElse(at);
    }
    String topic = address.text();
    for (Map.Entry<String, String> each : values.entrySet()) {
      topic = topic.replace("{" + each.getKey() + "}", each.getValue());
    }
    return checked(topic, at.headers(), at.payload());
  }

  private static Found checked(String topic, JsonObject headers, JsonValue payload) {
    return Plan.isTopic(topic)
        ? new Found.At(topic, headers, payload)
        : new Found.Nowhere("Kafka has no topic '" + topic + "'");
  }

  /// What the message says of the parameter, where it can stand in a topic.
  private static Optional<String> carried(ChannelParameter parameter, Found.At at) {
    return parameter
        .location()
        .flatMap(location -> Pointed.in(location, at.headers(), Optional.of(at.payload())))
        .map(Payloads::text)
        .filter(text -> Plan.isTopic(text) && parameter.allows(text));
  }

  private Optional<String> allowed(ChannelParameter parameter, String path) {
    return parameter
        .defaultValue()
        .or(() -> parameter.values().stream().findFirst())
        .or(
            () ->
                parameter
                    .schema()
                    .flatMap(
                        schema ->
                            payloads.make(
                                new dev.concordat.contracts.asyncapi.MessageContent.OfJson(schema),
                                path + "/address/" + parameter.name()))
                    .map(Payloads::text)
                    .filter(text -> Plan.isTopic(text) && parameter.allows(text)));
  }

  private static Found.At with(ChannelParameter parameter, String value, Found.At at) {
    return parameter
        .location()
        .filter(
            location ->
                Pointed.in(location, at.headers(), Optional.of(at.payload()))
                    .map(Payloads::text)
                    .filter(value::equals)
                    .isEmpty())
        .map(
            location ->
                new Found.At(
                    at.topic(),
                    Pointed.headersWith(location, at.headers(), new JsonString(value)),
                    Pointed.payloadWith(location, at.payload(), new JsonString(value))))
        .orElse(at);
  }
}
