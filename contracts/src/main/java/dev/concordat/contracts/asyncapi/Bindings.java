package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads bindings of every protocol.
final class Bindings {
  /// The protocols that AsyncAPI has words for (AsyncAPI 3.0, Bindings Objects).
  private static final Set<String> PROTOCOLS =
      Set.of(
          "http",
          "ws",
          "kafka",
          "anypointmq",
          "amqp",
          "amqp1",
          "mqtt",
          "mqtt5",
          "nats",
          "jms",
          "sns",
          "solace",
          "sqs",
          "stomp",
          "redis",
          "mercure",
          "ibmmq",
          "googlepubsub",
          "pulsar",
          "ros2");

  private final Reading reading;
  private final Contents contents;

  Bindings(Reading reading, Contents contents) {
    this.reading = reading;
    this.contents = contents;
  }

  /// Whose bindings they are.
  enum Level {
    SERVER,
    CHANNEL,
    OPERATION,
    MESSAGE
  }

  /// What all layers together say under `bindings`.
  List<Binding> read(Layers holder, Level level) {
    Optional<Layers> bindings = holder.inside("bindings", reading);
    if (bindings.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Binding>();
    for (String protocol : bindings.get().names()) {
      if (!protocol.startsWith("x-")) {
        checkKnown(bindings.get().holding(protocol), protocol);
        bindings
            .get()
            .inside(protocol, reading)
            .ifPresent(words -> found.add(read(protocol, words, level)));
      }
    }
    return found;
  }

  List<Binding> read(ObjectNode holder, Level level) {
    return read(new Layers(List.of(holder)), level);
  }

  private void checkKnown(ObjectNode bindings, String protocol) {
    if (!PROTOCOLS.contains(protocol)) {
      bindings
          .member(protocol)
          .ifPresent(
              member ->
                  reading.add(
                      Problem.warning(
                          "contract/unknown-protocol",
                          member.place(),
                          "AsyncAPI has no bindings for '" + protocol + "'",
                          DidYouMean.fix(PROTOCOLS, protocol, "start the name with x-"))));
    }
  }

  private Binding read(String protocol, Layers words, Level level) {
    var fields = new BindingFields(reading, contents, words);
    Binding binding =
        switch (protocol) {
          case "kafka" -> KafkaWords.read(fields, level);
          case "amqp" -> AmqpWords.read(fields, level);
          case "mqtt", "mqtt5" -> MqttWords.read(fields, level);
          case "ws" -> WebSocketWords.read(fields, level);
          default -> fields.other(protocol);
        };
    fields.finish();
    return binding;
  }
}
