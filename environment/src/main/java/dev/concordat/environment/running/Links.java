package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.data.DataClone;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkSettings;
import dev.concordat.wire.http.LinkTls;
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
import java.util.stream.Collectors;
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
  ///
  /// @param tls whether it speaks TLS
  HttpLink openHttp(LinkName name, InetSocketAddress provider, LinkTls tls)
      throws EnvironmentFailure {
    HttpLink known = http.get(name);
    if (known != null) {
      return known;
    }
    try {
      var disturbances = new Disturbances(name.toString().hashCode());
      HttpLink link =
          HttpLink.open(name, provider, wiring, LinkSettings.of(disturbances).with(tls));
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

  /// Who was cut off because it wanted to speak what links to brokers do not, with what to do about it.
  List<String> refusals() {
    return brokers.keySet().stream()
        .sorted(Comparator.comparing(LinkName::toString))
        .flatMap(name -> refusal(name).stream())
        .toList();
  }

  /// A failure to start a system, with what its links to brokers know of it.
  EnvironmentFailure explained(String system, EnvironmentFailure failure) {
    String why =
        brokers.keySet().stream()
            .filter(name -> name.consumer().equals(system))
            .flatMap(name -> refusal(name).stream())
            .collect(Collectors.joining(" "));
    if (why.isEmpty()) {
      return failure;
    }
    return new EnvironmentFailure(
        failure.troubles().stream()
            .map(
                it ->
                    new Trouble(
                        it.kind(), it.subject(), it.message(), why + " " + it.fix(), it.logLines()))
            .toList());
  }

  private Optional<String> refusal(LinkName name) {
    KafkaLink link = brokers.get(name);
    if (link == null || link.counts().notSpoken().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> spoken = link.counts().notSpoken();
    long times = spoken.values().stream().mapToLong(Long::longValue).sum();
    return Optional.of(
        name
            + ": "
            + (times == 1 ? "a connection was" : times + " connections were")
            + " cut off, because "
            + name.consumer()
            + " speaks "
            + String.join(" and ", spoken.keySet().stream().sorted().toList())
            + " there, and links to brokers do not. Let it connect without: security.protocol"
            + " PLAINTEXT, or what its client calls that, under `variables` in concordat.yaml.");
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
