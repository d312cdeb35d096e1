package dev.concordat.benchmarks.link;

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

  static String of(List<String> rows, int rounds, int seconds, int connections) {
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

      - Machine: %s, %d processors, %s %s
      - Java %s; link and provider on one event loop thread each, `-XX:+UseSerialGC -Xmx512m`
      - Load: %s
      - Peer: %s, one thread
      """
        .formatted(
            rounds,
            seconds,
            connections,
            String.join("\n", rows),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.vm.version"),
            Programs.find("wrk").isPresent()
                ? Programs.version("wrk") + ", one thread"
                : "our own generator (wrk is not installed)",
            Programs.version("haproxy"));
  }

  static String row(Shape shape, String name, List<Sample> samples) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f |",
        shape.title,
        name,
        median(samples, Sample::perCpuSecond),
        median(samples, Sample::perSecond));
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
