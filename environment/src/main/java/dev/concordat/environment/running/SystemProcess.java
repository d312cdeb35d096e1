package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.FreePorts;
import dev.concordat.environment.part.PortTaken;
import dev.concordat.environment.part.Readiness;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.environment.process.ChildSpec;
import dev.concordat.environment.process.JavaHeap;
import dev.concordat.environment.process.ListeningPorts;
import dev.concordat.environment.process.ProcessMemory;
import dev.concordat.environment.process.Supervisor;
import dev.concordat.environment.reach.ClearHttp2;
import dev.concordat.environment.reach.ProviderTls;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.run.Trouble;
import dev.concordat.wire.http.HttpLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A system that runs as a process, behind links that lead to wherever it listens at the moment.
final class SystemProcess {
  private static final int PORT_ATTEMPTS = 3;
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);

  private final SystemSpec spec;
  private final Optional<ProviderTls> tls;
  private final Supervisor supervisor;
  private final Path java;
  private final Duration readyLimit;
  private final List<HttpLink> links = new CopyOnWriteArrayList<>();
  private final List<HttpLink> secured = new CopyOnWriteArrayList<>();
  private int port = FreePorts.next();
  private Map<String, String> current = Map.of();
  private volatile @Nullable ChildProcess child;
  private volatile @Nullable Trouble trouble;
  private volatile Duration ready = Duration.ZERO;

  /// @param tls how it serves HTTPS
  SystemProcess(
      SystemSpec spec,
      Optional<ProviderTls> tls,
      Supervisor supervisor,
      Path java,
      Duration readyLimit) {
    this.tls = tls;
    this.spec = spec;
    this.supervisor = supervisor;
    this.java = java;
    this.readyLimit = readyLimit;
  }

  SystemSpec spec() {
    return spec;
  }

  /// Where it listens, or will.
  synchronized InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// How it serves HTTPS.
  Optional<ProviderTls> tls() {
    return tls;
  }

  /// A link that leads here, wherever that is.
  ///
  /// @param isTls whether its consumer speaks TLS, and may choose a protocol
  void add(HttpLink link, boolean isTls) {
    links.add(link);
    if (isTls) {
      secured.add(link);
    }
  }

  Duration ready() {
    return ready;
  }

  List<String> lastLines(int count) {
    ChildProcess now = child;
    return now == null ? List.of() : now.lastLines(count);
  }

  /// What its processes have in RAM, in bytes.
  OptionalLong memory() {
    ChildProcess now = child;
    return now == null ? OptionalLong.empty() : ProcessMemory.of(now.pid());
  }

  /// What the heaps of its Java processes hold once they were cleaned up, in bytes.
  OptionalLong liveHeap() throws InterruptedException {
    ChildProcess now = child;
    return now == null ? OptionalLong.empty() : JavaHeap.live(now.pid());
  }

  /// That it ended although nobody asked it to.
  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Starts it and waits until it is ready; again with another port where the first was taken meanwhile.
  ///
  /// @param variables everything but what says where to listen
  synchronized void start(Map<String, String> variables)
      throws EnvironmentFailure, InterruptedException {
    current = Map.copyOf(variables);
    for (int attempt = 1; ; attempt++) {
      try {
        startOnce(variables);
        return;
      } catch (EnvironmentFailure failure) {
        if (!PortTaken.isCauseOf(failure)) {
          throw failure;
        }
        if (attempt == PORT_ATTEMPTS) {
          throw portIsFixed(failure);
        }
        move();
      }
    }
  }

  /// Ends it and starts it again, on another port. Connections through its links end.
  synchronized void restart(Map<String, String> variables)
      throws EnvironmentFailure, InterruptedException {
    ChildProcess old = child;
    child = null;
    if (old != null) {
      old.stop(STOP_GRACE);
    }
    trouble = null;
    move();
    start(variables);
  }

  /// Ends it and starts it again as it was.
  synchronized void restart() throws EnvironmentFailure, InterruptedException {
    restart(current);
  }

  private String whyNotReady(ChildProcess started) {
    Set<Integer> ports = ListeningPorts.of(started.pid());
    if (!ports.isEmpty() && !ports.contains(port)) {
      return "It listens on "
          + ports.stream().map(String::valueOf).collect(Collectors.joining(", "))
          + " and not on "
          + port
          + ", which it was told"
          + toldIn()
          + ". Which variable does it read? Name it under `port:` in concordat.yaml.";
    }
    Optional<String> untrusted = tls.flatMap(serving -> serving.problem(port));
    if (untrusted.isPresent()) {
      return "TLS with it fails: "
          + untrusted.get()
          + ". Trusted is what "
          + tls.orElseThrow().file()
          + " holds: name the certificate that it serves, or that of who signed it, under `tls:`"
          + " in concordat.yaml.";
    }
    if (tls.isEmpty() && ProviderTls.isServed(port)) {
      return "It serves HTTPS: name the PEM file with its certificate, or with that of who signed"
          + " it, under `tls:` in concordat.yaml.";
    }
    return "Is its ready check right? Concordat asks "
        + check()
        + ". Does it need longer? --ready-limit 5m.";
  }

  /// ` in PORT`: the variables that carry the port; nothing where there is none.
  private String toldIn() {
    return spec.variables().entrySet().stream()
        .filter(variable -> variable.getValue().contains("{port}"))
        .map(Map.Entry::getKey)
        .sorted()
        .reduce((one, other) -> one + ", " + other)
        .map(names -> " in " + names)
        .orElse("");
  }

  /// It was given another free port each time, and the port it wants was taken each time.
  private EnvironmentFailure portIsFixed(EnvironmentFailure failure) {
    Trouble told = failure.troubles().getFirst();
    return EnvironmentFailure.of(
        told.subject(),
        told.message() + ": it wants a port of its own choice, which is taken",
        "Let it listen on the port it is told"
            + toldIn()
            + "; name the variable it reads under `port:` in concordat.yaml. "
            + told.fix(),
        told.logLines());
  }

  private void move() {
    port = FreePorts.next();
    links.forEach(link -> link.retarget(address()));
  }

  private void startOnce(Map<String, String> variables)
      throws EnvironmentFailure, InterruptedException {
    var all = new LinkedHashMap<>(variables);
    spec.variables().forEach((name, value) -> all.putIfAbsent(name, value));
    all.replaceAll((_, value) -> Template.address(value, port));
    List<String> command = command();
    if (!Executables.isThere(command.getFirst(), spec.folder(), all.getOrDefault("PATH", ""))) {
      throw EnvironmentFailure.of(
          spec.name(),
          "cannot be started: there is no " + command.getFirst(),
          "Install it, or correct the command in " + spec.place() + ".");
    }
    ChildProcess started =
        supervisor.start(new ChildSpec(spec.name(), command, spec.folder(), all));
    try {
      ready =
          Readiness.await(
              started,
              readyLimit,
              () -> whyNotReady(started),
              new ReadyProbe(spec.ready(), port, tls));
    } catch (EnvironmentFailure failure) {
      started.kill();
      throw failure;
    }
    child = started;
    offerHttp2();
    started.onExit(() -> ended(started));
  }

  /// Consumers with TLS may choose HTTP/2 where the system speaks it.
  private void offerHttp2() {
    if (!secured.isEmpty()) {
      boolean isSpoken =
          tls.map(serving -> serving.offersHttp2(port)).orElseGet(() -> ClearHttp2.isSpoken(port));
      secured.forEach(link -> link.offerHttp2(isSpoken));
    }
  }

  private void ended(ChildProcess who) {
    if (who == child && !supervisor.isClosed()) {
      trouble =
          new Trouble(
              Trouble.Kind.ENVIRONMENT,
              spec.name(),
              "ended with exit code " + who.exitCode().orElse(-1) + " while the environment ran",
              "Its last lines say why; the whole log is " + who.logFile(),
              who.lastLines(Readiness.LINES_SHOWN));
    }
  }

  private List<String> command() {
    var command = new ArrayList<>(spec.launch().command());
    if (command.getFirst().equals("java")) {
      command.set(0, java.toString());
    }
    command.replaceAll(word -> Template.address(word, port));
    return command;
  }

  private String check() {
    return switch (spec.ready()) {
      case ReadyCheck.Http http ->
          "GET "
              + (tls.isEmpty() ? "http" : "https")
              + "://127.0.0.1:"
              + port
              + http.path()
              + " for 2xx";
      case ReadyCheck.Port _ -> "port " + port + " to open";
    };
  }
}
