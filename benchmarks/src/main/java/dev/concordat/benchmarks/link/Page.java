package dev.concordat.benchmarks.link;

import dev.concordat.benchmarks.link.LinkBenchmark.Candidate;
import dev.concordat.benchmarks.link.LinkBenchmark.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The result as Markdown.
final class Page {
  private Page() {}

  static String of(
      List<String> rows,
      List<String> latencies,
      List<String> floods,
      int rounds,
      int seconds,
      int connections) {
    return """
      # What a link costs

      Exchanges per CPU second of the process in the middle (user and system time), observation on: every exchange is
      parsed and handed over, and the last 1 000 are kept. Written by `benchmarks/link.sh`; all rows are of the same run,
      rounds interleaved, median of %d rounds of %d s, %d connections, keep-alive. The "direct" row
      shows what the provider itself costs. Load, provider and link share the processors, perhaps with other work, so
      compare CPU seconds; exchanges per second say how the machine was divided.

      | exchange | through | exchanges per CPU second | exchanges per second |
      |---|---|---:|---:|
      %s

      # What it adds to one request

      One connection, one request after another, between the rounds of the table above; median of the rounds. *Added* is
      the difference to the direct row. Whoever else works on the machine shows most in the 99th percentile.

      | exchange | through | p50, µs | p99, µs | added p50, µs | added p99, µs |
      |---|---|---:|---:|---:|---:|
      %s

      # Bytes of any protocol

      1 GiB from the provider to one reader; median of the rounds.

      | through | MB in a second | MB in a CPU second of the process in the middle |
      |---|---:|---:|
      %s

      - Machine: %s, %d processors, %s %s
      - Java %s; link and provider on one event loop thread each, `-XX:+UseSerialGC -Xmx512m`
      - Load: %s
      - Peers: %s, one thread; WireMock with a journal and MockServer with a log of 1 000 entries, `-XX:+UseSerialGC -Xmx512m`,
        threads as they come
      - Others on the machine: load average %s when the run ended
      """
        .formatted(
            rounds,
            seconds,
            connections,
            String.join("\n", rows),
            String.join("\n", latencies),
            String.join("\n", floods),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.vm.version"),
            Programs.find("wrk").isPresent()
                ? Programs.version("wrk") + ", one thread"
                : "our own generator (wrk is not installed)",
            Programs.version("haproxy"),
            loadAverage());
  }

  static String row(String title, String name, List<Sample> samples) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f |",
        title,
        name,
        median(samples, Sample::perCpuSecond),
        median(samples, Sample::perSecond));
  }

  static String latency(String title, Candidate candidate, List<long[]> direct) {
    double half = median(candidate.latencies(), 0.5);
    double most = median(candidate.latencies(), 0.99);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f | %,.0f | %,.0f |",
        title,
        candidate.name(),
        half,
        most,
        half - median(direct, 0.5),
        most - median(direct, 0.99));
  }

  private static double median(List<long[]> rounds, double share) {
    return Sample.median(
        rounds.stream().mapToDouble(sorted -> Latency.micros(sorted, share)).toArray());
  }

  private static String loadAverage() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    } catch (IOException notLinux) {
      return "unknown";
    }
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return Sample.median(samples.stream().mapToDouble(value).toArray());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }
}
