package dev.concordat.benchmarks.link;

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

  private LinkBenchmark() {}

  /// Something to send requests through, and the process whose CPU time it costs.
  private record Candidate(String name, int port, long pid, List<Sample> samples) {
    Candidate(String name, int port, long pid) {
      this(name, port, pid, new ArrayList<>());
    }
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = options(arguments);
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
    int seconds = Integer.parseInt(options.getOrDefault("--seconds", "6"));
    int connections = Integer.parseInt(options.getOrDefault("--connections", "32"));
    List<String> table = new ArrayList<>();
    try (Child provider = Child.java("provider", ProviderProcess.class, List.of())) {
      for (Shape shape : Shape.values()) {
        table.addAll(compare(shape, provider, rounds, seconds, connections));
      }
    }
    String page = Page.of(table, rounds, seconds, connections);
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

  private static List<String> compare(
      Shape shape, Child provider, int rounds, int seconds, int connections) throws Exception {
    int port = provider.port();
    String target = Integer.toString(port);
    try (Child link = Child.java("link", LinkProcess.class, List.of(target));
        Child light = Child.java("link", LinkProcess.class, List.of(target), Child.LIGHT);
        Optionally haproxy = Optionally.of(HaProxy.start(port))) {
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
      return measure(shape, candidates, rounds, seconds, connections);
    }
  }

  private static List<String> measure(
      Shape shape, List<Candidate> candidates, int rounds, int seconds, int connections)
      throws Exception {
    for (Candidate candidate : candidates) {
      Load.run(shape, candidate.port, WARM_UP_SECONDS, connections);
    }
    for (int round = 0; round < rounds; round++) {
      for (Candidate candidate : candidates) {
        long before = CpuTime.ofProcess(candidate.pid);
        long exchanges = Load.run(shape, candidate.port, seconds, connections);
        long cpu = CpuTime.ofProcess(candidate.pid) - before;
        candidate.samples.add(new Sample(exchanges, cpu, seconds));
      }
    }
    return candidates.stream()
        .map(candidate -> Page.row(shape, candidate.name, candidate.samples))
        .toList();
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

  /// HAProxy, where it is installed.
  private record Optionally(Optional<HaProxy> value) implements AutoCloseable {
    static Optionally of(Optional<HaProxy> value) {
      return new Optionally(value);
    }

    @Override
    public void close() throws IOException {
      if (value.isPresent()) {
        value.get().close();
      }
    }
  }
}
