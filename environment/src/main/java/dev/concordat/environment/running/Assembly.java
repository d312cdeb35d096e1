package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.part.KafkaBroker;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.capture.CaptureLimits;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.capture.ExchangeIds;
import dev.concordat.wire.capture.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Reaching reaching;
  private final Systems systems;
  private final Opened opened;
  private final Map<String, Gate> parts;

  Assembly(PartContext context, Setup setup, StartOptions options, Announcer announcer) {
    this.context = context;
    this.setup = setup;
    this.options = options;
    this.announcer = announcer;
    this.reaching = new Reaching(context, loops, announcer);
    this.systems = new Systems(setup, links, reaching);
    this.opened = new Opened(context.run(), context.supervisor(), loops, links, systems);
    this.parts = setup.parts().stream().collect(Collectors.toMap(PartSpec::name, _ -> new Gate()));
  }

  /// One thing that starts at the same time as all others.
  @FunctionalInterface
  private interface Task {
    void run() throws EnvironmentFailure, InterruptedException;
  }

  Environment start() throws EnvironmentFailure, InterruptedException {
    Map<PartStarter, List<PartSpec>> byStarter = byStarter();
    var standIns = new StandIns(setup, options, loops);
    systems.open(options, context, standIns);
    systems.notes().forEach(announcer::say);
    var tasks = new ArrayList<Task>();
    var start = new PartStart(context, setup, announcer, wiring, links, opened, this::open);
    byStarter.forEach((starter, specs) -> tasks.add(() -> starter.start(specs, start)));
    var builds =
        new Builds(
            context.home(),
            context.supervisor(),
            announcer,
            Inherited.forBuild(System.getenv(), System.getProperty("java.home")));
    for (SystemProcess system : systems.processes()) {
      tasks.add(() -> startSystem(system, builds));
    }
    for (Spoken spoken : systems.speakingAtBrokers()) {
      tasks.add(() -> speakAtBroker(spoken, standIns));
    }
    Parallel.forEach(tasks, Task::run);
    var environment = new Environment(setup, systems, variables(), opened, observations);
    for (PartStarter starter : byStarter.keySet()) {
      starter.afterwards(start);
    }
    return environment;
  }

  private Variables variables() {
    return new Variables(setup, options, links, opened, reaching);
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
    var variables = variables().of(spec, Map.of());
    announcer.during(
        spec.name(),
        "starting " + spec.name(),
        () -> {
          try {
            system.start(variables);
          } catch (EnvironmentFailure failure) {
            throw links.explained(spec.name(), failure);
          }
          return system;
        });
  }

  private void speakAtBroker(Spoken spoken, StandIns standIns)
      throws EnvironmentFailure, InterruptedException {
    String part = standIns.broker(spoken).orElseThrow();
    Objects.requireNonNull(parts.get(part)).await();
    KafkaBroker broker = Objects.requireNonNull(opened.brokers().get(part));
    systems
        .opened(spoken.name(), standIns.atBroker(spoken, broker.bootstrap()))
        .forEach(announcer::say);
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

  private Map<PartStarter, List<PartSpec>> byStarter() throws EnvironmentFailure {
    Map<PartStarter, List<PartSpec>> all = new LinkedHashMap<>();
    for (PartSpec part : setup.parts()) {
      Optional<PartStarter> starter = PartStarters.of(part.kind());
      if (starter.isEmpty()) {
        throw EnvironmentFailure.of(
            part.name(),
            "is a " + part.kind() + ", which Concordat cannot start (" + part.place() + ")",
            "Known kinds are " + String.join(" and ", PartStarters.kinds()) + ".");
      }
      all.computeIfAbsent(starter.get(), _ -> new ArrayList<>()).add(part);
    }
    return all;
  }

  @Override
  public void close() {
    opened.close();
  }
}
