package dev.concordat.benchmarks.link;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Runs the comparison and prints a Markdown table. The provider, the process in the middle and the load generator are
/// processes of their own; only the CPU time of the one in the middle counts.
public final class LinkBenchmark {
  private static final int WARM_UP_SECONDS = 4;

  /// So many exchanges are enough for compilers to be done; on a busy machine that takes longer.
  private static final long WARM_UP_EXCHANGES = 30_000;

  private static final int MOST_WARM_UPS = 6;

  private LinkBenchmark() {}

  /// Something to send requests through, and the process whose CPU time it costs.
  record Candidate(String name, int port, long pid, List<Sample> samples, List<long[]> latencies) {
    Candidate(String name, int port, long pid) {
      this(name, port, pid, new ArrayList<>(), new ArrayList<>());
    }
  }

  /// An exchange of one kind.
  private record Carried(Protocol protocol, Shape shape) {
    String title() {
      return protocol.title + shape.title;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = options(arguments);
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
    int seconds = Integer.parseInt(options.getOrDefault("--seconds", "6"));
    int connections = Integer.parseInt(options.getOrDefault("--connections", "32"));
    Path peers = Path.of(options.getOrDefault("--peers", "peers"));
    List<String> table = new ArrayList<>();
    List<String> latencies = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      if (!protocol.isMeasurable()) {
        System.err.println("no figures of HTTP/2: h2load is not installed (nghttp2-client)");
        continue;
      }
      try (Child provider = Child.java("provider", protocol.provider, List.of())) {
        for (Shape shape : Shape.values()) {
          var load = new Carried(protocol, shape);
          List<Candidate> measured = compare(load, provider, peers, rounds, seconds, connections);
          measured.forEach(it -> table.add(Page.row(load.title(), it.name, it.samples)));
          measured.forEach(
              it -> latencies.add(Page.latency(load.title(), it, measured.getFirst().latencies)));
        }
      }
    }
    String page =
        Page.of(table, latencies, TcpBenchmark.rows(rounds), rounds, seconds, connections);
    System.out.print(page);
    if (options.containsKey("--out")) {
      Path out = Path.of(options.getOrDefault("--out", "link.md")).toAbsolutePath();
      Files.createDirectories(Objects.requireNonNull(out.getParent()));
      Files.writeString(out, page);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static List<Candidate> compare(
      Carried carried, Child provider, Path peers, int rounds, int seconds, int connections)
      throws Exception {
    int port = provider.port();
    String target = Integer.toString(port);
    // Whether the others relay HTTP/2 with prior knowledge on both sides was not looked into.
    boolean isPeers = carried.protocol == Protocol.HTTP_1;
    try (Child link = Child.java("link", LinkProcess.class, List.of(target));
        Child light = Child.java("link", LinkProcess.class, List.of(target), Child.LIGHT);
        Optionally<HaProxy> haproxy = new Optionally<>(HaProxy.start(port, carried.protocol));
        Optionally<Peer> wireMock =
            new Optionally<>(isPeers ? Peer.wireMock(peers, port) : Optional.empty());
        Optionally<Peer> mockServer =
            new Optionally<>(isPeers ? Peer.mockServer(peers, port) : Optional.empty())) {
      List<Candidate> candidates = new ArrayList<>();
      candidates.add(new Candidate("direct (the provider's own cost)", port, provider.pid()));
      candidates.add(new Candidate("Concordat's link, C2", link.port(), link.pid()));
      candidates.add(
          new Candidate("Concordat's link, as `./concordat` runs (C1)", light.port(), light.pid()));
      haproxy.value.ifPresent(
          proxy -> {
            candidates.add(new Candidate("HAProxy, mode http", proxy.httpPort(), proxy.pid()));
            candidates.add(new Candidate("HAProxy, mode tcp", proxy.tcpPort(), proxy.pid()));
          });
      for (Optionally<Peer> peer : List.of(wireMock, mockServer)) {
        peer.value.ifPresent(it -> candidates.add(new Candidate(it.name(), it.port(), it.pid())));
      }
      measure(carried, candidates, rounds, seconds, connections);
      return candidates;
    }
  }

  private static void measure(
      Carried carried, List<Candidate> candidates, int rounds, int seconds, int connections)
      throws Exception {
    for (Candidate candidate : candidates) {
      long exchanges = 0;
      for (int i = 0; i < MOST_WARM_UPS && exchanges < WARM_UP_EXCHANGES; i++) {
        exchanges += load(carried, candidate, WARM_UP_SECONDS, connections);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Candidate candidate : candidates) {
        long before = CpuTime.ofProcess(candidate.pid);
        long exchanges = load(carried, candidate, seconds, connections);
        long cpu = CpuTime.ofProcess(candidate.pid) - before;
        candidate.samples.add(new Sample(exchanges, cpu, seconds));
        candidate.latencies.add(carried.protocol.latency(carried.shape, candidate.port));
      }
    }
  }

  private static long load(Carried carried, Candidate candidate, int seconds, int connections)
      throws Exception {
    return carried.protocol.run(carried.shape, candidate.port, seconds, connections);
  }

  /// What one run of one candidate gave.
  record Sample(long exchanges, long cpuMillis, int seconds) {
    double perCpuSecond() {
      return 1000.0 * exchanges / Math.max(1, cpuMillis);
    }

    double perSecond() {
      return (double) exchanges / seconds;
    }

    static double median(double[] values) {
      Arrays.sort(values);
      return values[values.length / 2];
    }
  }

  /// A peer, where it is there.
  private record Optionally<P extends Closeable>(Optional<P> value) implements Closeable {
    @Override
    public void close() throws IOException {
      if (value.isPresent()) {
        value.get().close();
      }
    }
  }
}
