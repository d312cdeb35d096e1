package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Binding;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which operations of a contract can be played over Kafka, and why the others cannot.
record Plan(List<Play> plays, List<String> unserved) {
  private static final List<String> KAFKA = List.of("kafka", "kafka-secure");

  /// Characters that Kafka takes in a topic's name, which has 249 at most.
  private static final String TOPIC = "[a-zA-Z0-9._-]{1,249}";

  Plan {
    plays = List.copyOf(plays);
    unserved = List.copyOf(unserved);
  }

  static Plan of(AsyncApiContract contract, boolean isCounterpart) {
    var plays = new ArrayList<Play>();
    var unserved = new ArrayList<String>();
    for (ChannelOperation operation : contract.operations()) {
      boolean sends = operation.action() == ChannelOperation.Action.SEND;
      objection(contract, operation)
          .ifPresentOrElse(
              why ->
                  unserved.add(operation.id() + " (" + operation.place().shortForm() + "): " + why),
              () -> plays.add(new Play(operation, sends != isCounterpart)));
    }
    return new Plan(plays, unserved);
  }

  /// Whether Kafka takes a topic of this name.
  static boolean isTopic(String name) {
    return name.matches(TOPIC) && !name.equals(".") && !name.equals("..");
  }

  private static Optional<String> objection(AsyncApiContract contract, ChannelOperation operation) {
    Channel channel = operation.channel();
    List<String> protocols = protocols(contract, operation);
    if (!protocols.isEmpty() && protocols.stream().noneMatch(KAFKA::contains)) {
      return Optional.of("its channel is on " + String.join(", ", protocols) + ", not on Kafka");
    }
    String shape =
        channel
            .kafkaTopic()
            .or(() -> channel.address().map(address -> address.text().replaceAll("\\{[^}]+}", "x")))
            .orElse("x");
    return isTopic(shape)
        ? Optional.empty()
        : Optional.of(
            "Kafka has no topic '"
                + channel.kafkaTopic().orElseGet(() -> channel.address().orElseThrow().text())
                + "': names are of letters, digits, '.', '_' and '-', 249 at most");
  }

  /// What the servers speak; where the contract names none, what bindings are written for.
  private static List<String> protocols(AsyncApiContract contract, ChannelOperation operation) {
    Channel channel = operation.channel();
    Stream<String> named =
        !channel.protocols().isEmpty()
            ? channel.protocols().stream()
            : !contract.servers().isEmpty()
                ? contract.servers().stream().map(Server::protocol)
                : Stream.of(
                        channel.bindings(),
                        operation.bindings(),
                        operation.messages().stream().flatMap(m -> m.bindings().stream()).toList())
                    .flatMap(List::stream)
                    .map(Binding::protocol);
    return named
        .filter(protocol -> !protocol.isEmpty())
        .map(protocol -> protocol.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
