package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.data.Databases;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.SystemView;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.kafka.KafkaGroups;
import dev.concordat.wire.kafka.KafkaObserver;
import dev.concordat.wire.kafka.KafkaSender;
import dev.concordat.wire.kafkalink.KafkaLink;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/// A running setup: its systems, its parts, what was seen between them, and fresh data whenever they are wanted.
/// Thread-safe. Closing it ends everything that it started.
public final class Environment implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(10);

  /// How long a transaction may go on before its session is closed for fresh data.
  private static final Duration SWITCH_PATIENCE = Duration.ofSeconds(5);

  private final Setup setup;
  private final Systems systems;
  private final Variables variables;
  private final Opened opened;
  private final ObservationLog observations;

  Environment(
      Setup setup,
      Systems systems,
      Variables variables,
      Opened opened,
      ObservationLog observations) {
    this.setup = setup;
    this.systems = systems;
    this.variables = variables;
    this.opened = opened;
    this.observations = observations;
  }

  public Setup setup() {
    return setup;
  }

  /// The id of the run, which is also the name of its folder.
  public String runId() {
    return opened.run().id();
  }

  /// Where logs are, and where reports about this run belong.
  public Path runFolder() {
    return opened.run().path();
  }

  public List<SystemView> systems() {
    return systems.views();
  }

  public List<PartView> parts() {
    var views = new ArrayList<PartView>();
    for (PartSpec part : setup.parts()) {
      opened
          .databases()
          .filter(all -> all.isDatabase(part.name()))
          .ifPresent(all -> views.add(all.view(part.name())));
      Optional.ofNullable(opened.brokers().get(part.name()))
          .ifPresent(
              broker ->
                  views.add(
                      new PartView(
                          part.name(), broker.product(), broker.bootstrap(), broker.ready())));
    }
    return views;
  }

  /// Every link, with what passed through it so far.
  public List<EnvironmentLink> links() {
    return opened.links().views();
  }

  /// What a reader of the run must know about it: who is a stand-in, who is not there at all.
  public List<String> notes() {
    return systems.notes();
  }

  /// Who was cut off until now because it wanted to speak what links to brokers do not.
  public List<String> refusals() {
    return opened.links().refusals();
  }

  /// Hosts that systems have called so far and that no system here claims, each with what became of it.
  public List<String> strangers() {
    return systems.strangers();
  }

  /// Where Concordat calls a system: through its own link to it.
  public URI address(String system) {
    HttpLink link = opened.links().http(LinkName.CONCORDAT, system);
    if (link == null) {
      throw new IllegalArgumentException("there is no system " + system);
    }
    return URI.create("http://127.0.0.1:" + link.address().getPort());
  }

  /// The link between two systems, or between Concordat and one; belongs to the environment.
  public Optional<HttpLink> link(LinkName name) {
    return Optional.ofNullable(opened.links().http(name.consumer(), name.provider()));
  }

  /// The link between a system and a broker; belongs to the environment.
  public Optional<KafkaLink> brokerLink(LinkName name) {
    return Optional.ofNullable(opened.links().broker(name.consumer(), name.provider()));
  }

  /// The faults on a link, whatever it carries; none where there is no such link, or where its protocol has none.
  public Optional<Disturbances> disturbances(LinkName name) {
    return link(name)
        .map(HttpLink::disturbances)
        .or(() -> brokerLink(name).map(KafkaLink::disturbances));
  }

  /// The system that has sent a message, where it came through one's link: not where Concordat or a stand-in has sent it.
  public Optional<String> sender(MessageDelivery message) {
    return opened.links().sender(message);
  }

  public ObservationLog observations() {
    return observations;
  }

  /// Fresh copies of all databases, to which every session of every system has moved when this returns.
  ///
  /// @param label what they are for
  public DataClone freshData(String label) throws EnvironmentFailure, InterruptedException {
    Databases databases = databases();
    DataClone clone = databases.next(label);
    opened.links().switchTo(clone, SWITCH_PATIENCE);
    databases.makeCurrent(clone);
    return clone;
  }

  /// Whether there are databases to have fresh data in.
  public boolean hasDatabases() {
    return opened.databases().isPresent();
  }

  /// A connection to a part's current database, past the links. The caller closes it.
  public Connection connect(String part) throws SQLException {
    return databases().connect(part);
  }

  /// Sends to a broker; belongs to the environment.
  public KafkaSender messages(String part) {
    return opened.sender(part);
  }

  /// The groups of consumers of a broker; belongs to the environment.
  public KafkaGroups groups(String part) {
    return opened.groups(part);
  }

  /// Returns when everything that has happened in databases and on brokers until now is in the observations. HTTP exchanges
  /// are there already when their response is.
  ///
  /// @return false if the patience ended first
  public boolean settle(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean isSettled = true;
    for (KafkaObserver observer : opened.observers().values()) {
      isSettled &= observer.caughtUp(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    opened.databases().ifPresent(Databases::catchUp);
    return isSettled;
  }

  /// Ends a system and starts it again with more variables, which win over all others; waits until it is ready.
  public void restart(String system, Map<String, String> more)
      throws EnvironmentFailure, InterruptedException {
    SystemProcess process = process(system);
    process.restart(variables.of(process.spec(), more));
  }

  /// Ends a system and starts it again with the variables that it has; waits until it is ready.
  public void restart(String system) throws EnvironmentFailure, InterruptedException {
    process(system).restart();
  }

  private SystemProcess process(String system) throws EnvironmentFailure {
    return systems
        .process(system)
        .orElseThrow(
            () -> EnvironmentFailure.of(system, "is a stand-in and cannot be started again", ""));
  }

  /// What a system wrote last; nothing for a stand-in.
  public List<String> lastLines(String system, int count) {
    return systems.process(system).map(process -> process.lastLines(count)).orElse(List.of());
  }

  /// What a system's processes have in RAM, in bytes; empty for a stand-in, and where nothing tells.
  public OptionalLong memory(String system) {
    return systems.process(system).map(SystemProcess::memory).orElse(OptionalLong.empty());
  }

  /// What the heaps of a system's Java processes hold once they were cleaned up, in bytes; empty for any other system.
  public OptionalLong liveHeap(String system) throws InterruptedException {
    Optional<SystemProcess> process = systems.process(system);
    return process.isPresent() ? process.get().liveHeap() : OptionalLong.empty();
  }

  /// That a system has ended although nobody asked it to.
  public Optional<Trouble> trouble() {
    return opened.isClosed()
        ? Optional.empty()
        : systems.processes().stream().flatMap(system -> system.trouble().stream()).findFirst();
  }

  /// The same, after a wait for one that is just going; returns as soon as there is one.
  public Optional<Trouble> troubleWithin(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Optional<Trouble> found = trouble();
    while (found.isEmpty() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK.toNanos());
      found = trouble();
    }
    return found;
  }

  @Override
  public void close() {
    opened.close();
  }

  private Databases databases() {
    return opened
        .databases()
        .orElseThrow(() -> new IllegalStateException("this environment has no databases"));
  }
}
