package dev.concordat.benchmarks.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmark and writes its page.
public final class ValidationPage {
  private static final int ROUNDS = 3;
  private static final TimeValue ROUND = TimeValue.seconds(1);

  private ValidationPage() {}

  /// Takes the page's file as its only argument.
  public static void main(String[] arguments) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ValidationBenchmark.class.getName())
                    .forks(1)
                    .warmupIterations(ROUNDS)
                    .warmupTime(ROUND)
                    .measurementIterations(ROUNDS)
                    .measurementTime(ROUND)
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                    .addProfiler(CpuTime.class)
                    .build())
            .run();
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      String key =
          result.getParams().getParam("shape")
              + " "
              + result.getParams().getParam("kept")
              + " "
              + benchmark.substring(benchmark.lastIndexOf('.') + 1);
      Result<?> cpu = result.getSecondaryResults().get(CpuTime.LABEL);
      if (cpu != null) {
        micros.put(key, cpu.getScore());
      }
    }
    Files.writeString(Path.of(arguments[0]), page(micros));
  }

  private static String page(Map<String, Double> micros) {
    var rows = new StringBuilder();
    for (String shape : List.of("order", "events")) {
      for (String kept : List.of("valid", "invalid")) {
        String at = shape + " " + kept + " ";
        String title = shape + ", " + kept;
        row(rows, title, "yes or no", micros, at, "Accepts", "harrel");
        row(rows, title, "all that is wrong", micros, at, "Violations", "harrel");
        row(rows, title, "read and yes or no", micros, at, "Read", "harrelRead");
      }
    }
    return """
      # Judging messages by JSON Schema

      CPU time of the judging thread in microseconds for one message, formats asserted, all of one JMH run
      (`benchmarks/validation.sh`), each validator on its own parsed tree. Other work on the machine changes CPU time less than
      wall clock time, but on a busy one single figures scatter by a factor of two. dev.harrel has no yes-or-no mode;
      networknt's stops at the first mistake, as ours does.

      | message | asked | Concordat | networknt | times as fast | dev.harrel | times as fast |
      |---|---|---:|---:|---:|---:|---:|
      %s
      - `order`, %,d bytes: an OpenAPI-like object with references, arrays, enums, formats, patterns and `oneOf`
      - `events`, %,d bytes: alternatives with `allOf` and `unevaluatedProperties: false`
      - the invalid ones have three mistakes; in `order` they stand at the end, in `events` at the start
      - %d processors, Java %s, `-XX:+UseSerialGC -Xmx1g`, %d rounds of %s after as many to warm up
      """
        .formatted(
            rows.toString().stripTrailing() + "\n",
            Message.of("order").valid().getBytes(StandardCharsets.UTF_8).length,
            Message.of("events").valid().getBytes(StandardCharsets.UTF_8).length,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.version"),
            ROUNDS,
            ROUND);
  }

  private static void row(
      StringBuilder rows,
      String title,
      String asked,
      Map<String, Double> micros,
      String at,
      String mode,
      String harrel) {
    double ours = micros.getOrDefault(at + "concordat" + mode, Double.NaN);
    double networknt = micros.getOrDefault(at + "networknt" + mode, Double.NaN);
    double third = micros.getOrDefault(at + harrel, Double.NaN);
    rows.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
            title,
            asked,
            ours,
            networknt,
            networknt / ours,
            third,
            third / ours));
  }
}
