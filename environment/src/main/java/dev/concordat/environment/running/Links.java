package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.data.DataClone;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.kafkalink.KafkaLink;
import dev.concordat.wire.postgres.PostgresLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All links of an environment. Thread-safe.
final class Links implements AutoCloseable {
  private final Wiring wiring;
  private final Map<LinkName, HttpLink> http = new ConcurrentHashMap<>();
  private final Map<LinkName, PostgresLink> databases = new ConcurrentHashMap<>();
  private final Map<LinkName, KafkaLink> brokers = new ConcurrentHashMap<>();

  Links(Wiring wiring) {
    this.wiring = wiring;
  }

  /// Opens a link; there is one between any two systems, however many variables name it.
  HttpLink openHttp(LinkName name, InetSocketAddress provider) throws EnvironmentFailure {
    HttpLink known = http.get(name);
    if (known != null) {
      return known;
    }
    try {
      HttpLink link = HttpLink.open(name, provider, wiring);
      http.put(name, link);
      return link;
    } catch (IOException e) {
      throw cannotOpen(name, e);
    }
  }

  PostgresLink openDatabase(String system, String part, InetSocketAddress server, String database)
      throws EnvironmentFailure {
    var name = new LinkName(system, part);
    try {
      PostgresLink link = PostgresLink.open(name, server, database);
      databases.put(name, link);
      return link;
    } catch (IOException e) {
      throw cannotOpen(name, e);
    }
  }

  void openBroker(String system, String part, InetSocketAddress broker) throws EnvironmentFailure {
    var name = new LinkName(system, part);
    try {
      brokers.put(name, KafkaLink.open(name, broker, wiring.loops()));
    } catch (IOException e) {
      throw cannotOpen(name, e);
    }
  }

  @Nullable HttpLink http(String consumer, String provider) {
    return http.get(new LinkName(consumer, provider));
  }

  @Nullable PostgresLink database(String system, String part) {
    return databases.get(new LinkName(system, part));
  }

  @Nullable KafkaLink broker(String system, String part) {
    return brokers.get(new LinkName(system, part));
  }

  /// The system through whose link a message came to a broker, where one is known.
  Optional<String> sender(MessageDelivery message) {
    return brokers.entrySet().stream()
        .filter(each -> each.getKey().provider().equals(message.part()))
        .filter(
            each ->
                each.getValue()
                    .hasProduced(message.address(), message.partition(), message.offset()))
        .map(each -> each.getKey().consumer())
        .findFirst();
  }

  /// Moves every session of every system to the databases of a clone.
  void switchTo(DataClone clone, Duration patience)
      throws EnvironmentFailure, InterruptedException {
    Parallel.forEach(
        databases.entrySet(),
        entry -> entry.getValue().switchTo(clone.database(entry.getKey().provider()), patience));
  }

  List<EnvironmentLink> views() {
    var views = new ArrayList<EnvironmentLink>();
    http.forEach(
        (name, link) ->
            views.add(
                new EnvironmentLink(
                    name.consumer(), name.provider(), "HTTP", link.counts().exchanges())));
    databases.forEach(
        (name, link) ->
            views.add(
                new EnvironmentLink(
                    name.consumer(), name.provider(), "PostgreSQL", link.statements())));
    brokers.forEach(
        (name, link) ->
            views.add(
                new EnvironmentLink(
                    name.consumer(), name.provider(), "Kafka", link.counts().messages())));
    views.sort(Comparator.comparing(EnvironmentLink::from).thenComparing(EnvironmentLink::to));
    return views;
  }

  @Override
  public void close() {
    http.values().forEach(HttpLink::close);
    databases.values().forEach(PostgresLink::close);
    brokers.values().forEach(KafkaLink::close);
  }

  private static EnvironmentFailure cannotOpen(LinkName name, IOException e) {
    return EnvironmentFailure.of(
        name.toString(), "the link cannot be opened: " + e.getMessage(), "Are there free ports?");
  }
}
