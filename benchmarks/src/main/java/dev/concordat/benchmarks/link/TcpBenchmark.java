package dev.concordat.benchmarks.link;

import dev.concordat.benchmarks.link.LinkBenchmark.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How many bytes of any protocol pass in a second.
final class TcpBenchmark {
  private static final double MEGA = 1e6;

  private TcpBenchmark() {}

  private record Run(double perSecond, double perCpuSecond) {}

  /// Rows of the table, all of this run, rounds interleaved.
  static List<String> rows(int rounds) throws IOException, InterruptedException {
    try (Child provider = Child.java("provider", Flood.class, List.of("provider"));
        Child link =
            Child.java("link", Flood.class, List.of("link", Integer.toString(provider.port())))) {
      Optional<HaProxy> haproxy = HaProxy.start(provider.port(), Protocol.HTTP_1);
      try {
        List<String> rows = new ArrayList<>();
        List<Run> direct = new ArrayList<>();
        List<Run> ours = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          direct.add(run(provider.port(), provider.pid()));
          ours.add(run(link.port(), link.pid()));
          if (haproxy.isPresent()) {
            theirs.add(run(haproxy.get().tcpPort(), haproxy.get().pid()));
          }
        }
        rows.add(row("direct (the provider's own cost)", direct));
        rows.add(row("Concordat's TCP link", ours));
        if (haproxy.isPresent()) {
          rows.add(row("HAProxy, mode tcp", theirs));
        }
        return rows;
      } finally {
        if (haproxy.isPresent()) {
          haproxy.get().close();
        }
      }
    }
  }

  private static Run run(int port, long pid) throws IOException {
    long before = CpuTime.ofProcess(pid);
    double perSecond = Flood.read(port);
    long cpuMillis = Math.max(1, CpuTime.ofProcess(pid) - before);
    return new Run(perSecond / MEGA, Flood.BYTES / MEGA * 1000 / cpuMillis);
  }

  private static String row(String name, List<Run> runs) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f |",
        name,
        Sample.median(runs.stream().mapToDouble(Run::perSecond).toArray()),
        Sample.median(runs.stream().mapToDouble(Run::perCpuSecond).toArray()));
  }
}
