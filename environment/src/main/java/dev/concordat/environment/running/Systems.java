package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.FreePorts;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.SystemView;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.http.LinkTls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The systems of an environment, as processes or stand-ins, and the links that lead to them.
final class Systems implements AutoCloseable {
  private final Setup setup;
  private final Links links;
  private final Reaching reaching;
  private final Map<String, SystemProcess> processes = new LinkedHashMap<>();
  private final Map<String, Spoken> spoken = new LinkedHashMap<>();
  private final List<StandInOpener.Opened> atBrokers = new CopyOnWriteArrayList<>();
  private final List<String> silent = new ArrayList<>();

  Systems(Setup setup, Links links, Reaching reaching) {
    this.reaching = reaching;
    this.setup = setup;
    this.links = links;
  }

  /// Decides what speaks for each system, and opens a link for every consumption and one from Concordat to every system.
  void open(StartOptions options, PartContext context, StandIns standIns)
      throws EnvironmentFailure {
    for (SystemSpec spec : setup.systems()) {
      Optional<String> reason = standIns.reason(spec);
      if (reason.isPresent()) {
        spoken.put(spec.name(), standIns.open(spec, reason.get()));
      } else {
        processes.put(
            spec.name(),
            new SystemProcess(
                spec,
                Reaching.serving(spec),
                context.supervisor(),
                context.java(),
                options.readyLimit()));
      }
    }
    for (SystemSpec spec : setup.systems()) {
      link(LinkName.CONCORDAT, spec.name(), LinkTls.NONE);
      // Who does not run calls nobody.
      if (processes.containsKey(spec.name())) {
        for (Consumption consumption : spec.consumes()) {
          openProvider(consumption, standIns);
          String provider = consumption.provider();
          link(spec.name(), provider, reaching.towards(spec, provider));
        }
        reaching.open(spec, links);
      }
    }
  }

  /// The systems that run as processes.
  List<SystemProcess> processes() {
    return List.copyOf(processes.values());
  }

  /// Those whose stand-ins work at a broker too.
  List<Spoken> speakingAtBrokers() {
    return spoken.values().stream().filter(each -> !each.messages().isEmpty()).toList();
  }

  /// Keeps what was opened at a broker, to be closed with the rest, and says where each is told to send.
  List<String> opened(String system, Map<Path, StandInOpener.Opened> standIns) {
    atBrokers.addAll(standIns.values());
    return standIns.entrySet().stream()
        .map(
            it ->
                system
                    + " sends the messages of "
                    + setup.relative(it.getKey())
                    + " on demand: "
                    + address(it.getValue()))
        .toList();
  }

  /// Whom systems called that nobody here is, so far.
  List<String> strangers() {
    return reaching.notes();
  }

  /// What people should know: who is spoken for, and who by nobody.
  List<String> notes() {
    Stream<String> standIns =
        spoken.values().stream().map(each -> each.name() + " is a stand-in: " + note(each));
    Stream<String> gaps =
        silent.stream()
            .map(
                name ->
                    name
                        + " is not in this workspace and no OpenAPI contract speaks for it: calls to it are refused");
    return Stream.concat(standIns, gaps).toList();
  }

  Optional<SystemProcess> process(String system) {
    if (!processes.containsKey(system) && !spoken.containsKey(system)) {
      throw new IllegalArgumentException("there is no system " + system);
    }
    return Optional.ofNullable(processes.get(system));
  }

  List<SystemView> views() {
    var views = new ArrayList<SystemView>();
    for (SystemSpec spec : setup.systems()) {
      SystemProcess process = processes.get(spec.name());
      Spoken standIn = spoken.get(spec.name());
      if (process != null) {
        views.add(view(spec, SystemView.Kind.PROCESS, process.ready(), ""));
      } else if (standIn != null) {
        views.add(view(spec, SystemView.Kind.STAND_IN, Duration.ZERO, note(standIn)));
      }
    }
    spoken.values().stream()
        .filter(each -> each.spec().isEmpty())
        .map(
            each ->
                new SystemView(
                    each.name(),
                    each.owner(),
                    SystemView.Kind.STAND_IN,
                    each.contracts().stream().map(setup::relative).toList(),
                    each.requests().map(it -> address(it.standIn())).orElse(""),
                    Duration.ZERO,
                    note(each)))
        .forEach(views::add);
    return List.copyOf(views);
  }

  private SystemView view(SystemSpec spec, SystemView.Kind kind, Duration ready, String note) {
    HttpLink link = links.http(LinkName.CONCORDAT, spec.name());
    return new SystemView(
        spec.name(),
        spec.owner(),
        kind,
        spec.provides().stream().map(setup::relative).toList(),
        link == null ? "" : "http://127.0.0.1:" + link.address().getPort(),
        ready,
        note);
  }

  private static String address(StandInOpener.Opened standIn) {
    return "http://127.0.0.1:" + standIn.address().getPort();
  }

  private String note(Spoken each) {
    List<String> files = each.contracts().stream().map(setup::relative).toList();
    return each.reason()
        + "; "
        + String.join(" and ", files)
        + (files.size() == 1 ? " speaks for it" : " speak for it");
  }

  private void openProvider(Consumption consumption, StandIns standIns) throws EnvironmentFailure {
    String provider = consumption.provider();
    if (processes.containsKey(provider) || spoken.containsKey(provider)) {
      return;
    }
    Optional<Spoken> standIn = standIns.open(consumption);
    if (standIn.isPresent()) {
      spoken.put(provider, standIn.get());
      silent.remove(provider);
    } else if (!silent.contains(provider)) {
      silent.add(provider);
    }
  }

  private void link(String consumer, String provider, LinkTls tls) throws EnvironmentFailure {
    SystemProcess process = processes.get(provider);
    LinkTls both =
        process == null
            ? tls
            : process.tls().map(serving -> tls.toAnyName(serving.context())).orElse(tls);
    HttpLink link =
        links.openHttp(
            new LinkName(consumer, provider), target(process, spoken.get(provider)), both);
    if (process != null) {
      process.add(link, tls.shown().isPresent());
    }
  }

  /// Where nobody speaks for a provider nobody listens, and the link tells who asks.
  private static InetSocketAddress target(
      @Nullable SystemProcess process, @Nullable Spoken standIn) {
    if (process != null) {
      return process.address();
    }
    return standIn != null && standIn.requests().isPresent()
        ? standIn.requests().get().standIn().address()
        : new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
  }

  @Override
  public void close() {
    reaching.close();
    atBrokers.forEach(StandInOpener.Opened::close);
    spoken.values().stream()
        .flatMap(each -> each.requests().stream())
        .forEach(it -> it.standIn().close());
  }
}
