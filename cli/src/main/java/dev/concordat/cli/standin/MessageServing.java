package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.standin.http.HttpServer;
import dev.concordat.standin.kafka.KafkaAdministration;
import dev.concordat.standin.kafka.KafkaStandIn;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.message.Play;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.kafka.KafkaReach;
import dev.concordat.wire.kafka.KafkaTopics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Stand-ins at a broker: one that is there, or one of their own.
final class MessageServing implements AutoCloseable {
  private final Console console;
  private final MessageOptions options;
  private final String bootstrap;
  private final List<AutoCloseable> opened = new ArrayList<>();

  private MessageServing(Console console, MessageOptions options, String bootstrap) {
    this.console = console;
    this.options = options;
    this.bootstrap = bootstrap;
  }

  /// Finds or starts the broker.
  ///
  /// @param standIns all that will be opened; on a broker of their own their topics are made before
  static MessageServing start(
      Console console,
      Installation installation,
      MessageOptions options,
      List<MessageStandIn> standIns)
      throws EnvironmentFailure, IOException, InterruptedException {
    if (options.bootstrap().isPresent()) {
      KafkaReach.check(options.bootstrap().get());
      return new MessageServing(console, options, options.bootstrap().get());
    }
    console.say("concordat: starting Kafka …");
    OwnBroker broker = OwnBroker.start(installation);
    try {
      KafkaTopics.create(broker.bootstrap(), topics(standIns));
    } catch (IOException | InterruptedException failure) {
      broker.close();
      throw failure;
    }
    var serving = new MessageServing(console, options, broker.bootstrap());
    serving.opened.add(broker);
    return serving;
  }

  private static Map<String, Integer> topics(List<MessageStandIn> standIns) {
    Map<String, Integer> topics = new LinkedHashMap<>();
    for (MessageStandIn standIn : standIns) {
      for (Play play : standIn.plays()) {
        play.fixedTopic()
            .ifPresent(topic -> topics.merge(topic, play.partitions().orElse(0), Math::max));
      }
    }
    return topics;
  }

  String bootstrap() {
    return bootstrap;
  }

  /// Opens one; what is wrong with messages is told at once.
  HttpServer open(MessageStandIn standIn, int port, EventLoops loops) throws IOException {
    KafkaStandIn atBroker =
        KafkaStandIn.open(
            standIn,
            bootstrap,
            options.settings(),
            loops,
            said -> console.say("concordat: " + standIn.contract().title() + ": " + said));
    opened.add(atBroker);
    HttpServer server = HttpServer.open(port, new KafkaAdministration(atBroker), loops);
    opened.add(server);
    return server;
  }

  /// Ends what was opened, the last first.
  @Override
  public void close() {
    for (AutoCloseable each : opened.reversed()) {
      try {
        each.close();
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
      } catch (Exception notEnded) {
        console.say("concordat: " + notEnded.getMessage());
      }
    }
    opened.clear();
  }
}
