package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.data.Databases;
import dev.concordat.environment.part.Kafka;
import dev.concordat.environment.part.KafkaBroker;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import dev.concordat.wire.kafka.KafkaObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// An environment that is being put together. Everything that was opened is in here, so that it can be closed wherever the
/// start fails.
final class Assembly implements AutoCloseable {
  private final PartContext context;
  private final Setup setup;
  private final StartOptions options;
  private final Announcer announcer;
  private final ObservationLog observations = new ObservationLog();
  private final EventLoops loops = EventLoops.open();
  private final Wiring wiring =
      new Wiring(loops, observations, new ExchangeIds(), CaptureLimits.DEFAULT);
  private final Links links = new Links(wiring);
  private final Systems systems;
  private final Opened opened;
  private final Map<String, Gate> parts;

  Assembly(PartContext context, Setup setup, StartOptions options, Announcer announcer) {
    this.context = context;
    this.setup = setup;
    this.options = options;
    this.announcer = announcer;
    this.systems = new Systems(setup, links);
    this.opened = new Opened(context.run(), context.supervisor(), loops, links, systems);
    this.parts = setup.parts().stream().collect(Collectors.toMap(PartSpec::name, _ -> new Gate()));
  }

  /// One thing that starts at the same time as all others.
  @FunctionalInterface
  private interface Task {
    void run() throws EnvironmentFailure, InterruptedException;
  }

  Environment start() throws EnvironmentFailure, InterruptedException {
    checkKinds();
    systems.open(options, context, new StandIns(setup, options, loops));
    systems.notes().forEach(announcer::say);
    var tasks = new ArrayList<Task>();
    List<PartSpec> databases = ofKind(Postgres.KIND);
    if (!databases.isEmpty()) {
      tasks.add(() -> startDatabases(databases));
    }
    for (PartSpec broker : ofKind(Kafka.KIND)) {
      tasks.add(() -> startBroker(broker));
    }
    var builds =
        new Builds(
            context.home(),
            context.supervisor(),
            announcer,
            Inherited.forBuild(System.getenv(), System.getProperty("java.home")));
    for (SystemProcess system : systems.processes()) {
      tasks.add(() -> startSystem(system, builds));
    }
    Parallel.forEach(tasks, Task::run);
    var environment =
        new Environment(
            setup, systems, new Variables(setup, options, links, opened), opened, observations);
    trainLater();
    return environment;
  }

  private void startDatabases(List<PartSpec> specs)
      throws EnvironmentFailure, InterruptedException {
    Databases databases =
        announcer.during(
            Postgres.KIND,
            "starting PostgreSQL",
            () -> Databases.start(context, setup.root(), specs, wiring));
    opened.databases(databases);
    DataClone clone = databases.next("start");
    databases.makeCurrent(clone);
    for (SystemSpec system : setup.systems()) {
      Set<String> needed =
          system.needs().stream()
              .map(need -> need.part())
              .filter(clone.databases()::containsKey)
              .collect(Collectors.toSet());
      for (String part : needed) {
        links.openDatabase(system.name(), part, databases.server().address(), clone.database(part));
      }
    }
    specs.forEach(spec -> open(spec.name()));
  }

  private void startBroker(PartSpec spec) throws EnvironmentFailure, InterruptedException {
    Kafka kafka = Kafka.find(context);
    KafkaBroker broker =
        announcer.during(spec.name(), "starting Kafka", () -> kafka.start(spec.name()));
    try {
      opened.broker(
          spec.name(),
          broker,
          KafkaObserver.open(spec.name(), broker.bootstrap(), Set.of(), wiring));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          spec.name(),
          "cannot be observed: " + e.getMessage(),
          "See " + broker.process().logFile());
    }
    open(spec.name());
  }

  private void startSystem(SystemProcess system, Builds builds)
      throws EnvironmentFailure, InterruptedException {
    SystemSpec spec = system.spec();
    if (spec.launch().build().isPresent()) {
      builds.build(spec, spec.launch().build().get());
    }
    for (Gate part : partsOf(spec)) {
      part.await();
    }
    var variables = new Variables(setup, options, links, opened).of(spec, Map.of());
    announcer.during(
        spec.name(),
        "starting " + spec.name(),
        () -> {
          system.start(variables);
          return system;
        });
  }

  private List<Gate> partsOf(SystemSpec spec) {
    return spec.needs().stream()
        .map(need -> parts.get(need.part()))
        .filter(Objects::nonNull)
        .toList();
  }

  private void open(String part) {
    Gate gate = parts.get(part);
    if (gate != null) {
      gate.open();
    }
  }

  private List<PartSpec> ofKind(String kind) {
    return setup.parts().stream().filter(part -> part.kind().equals(kind)).toList();
  }

  private void checkKinds() throws EnvironmentFailure {
    for (PartSpec part : setup.parts()) {
      if (!part.kind().equals(Postgres.KIND) && !part.kind().equals(Kafka.KIND)) {
        throw EnvironmentFailure.of(
            part.name(),
            "is a " + part.kind() + ", which Concordat cannot start (" + part.place() + ")",
            "Known kinds are " + Postgres.KIND + " and " + Kafka.KIND + ".");
      }
    }
  }

  /// The broker's cache is made while the environment is in use, at the lowest priority; the next start has it.
  private void trainLater() throws EnvironmentFailure {
    Kafka kafka = Kafka.find(context);
    if (!ofKind(Kafka.KIND).isEmpty() && !kafka.isTrained()) {
      opened.background(
          Thread.ofVirtual()
              .name("kafka training")
              .start(
                  () -> {
                    try {
                      kafka.train();
                    } catch (EnvironmentFailure _) {
                      // Only the next start is slower; it tries again.
                    } catch (InterruptedException _) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
  }

  @Override
  public void close() {
    opened.close();
  }
}
