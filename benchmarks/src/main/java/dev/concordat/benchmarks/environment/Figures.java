package dev.concordat.benchmarks.environment;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Measured times and the page that shows them.
final class Figures {
  private record Figure(String what, List<Double> millis) {}

  private static final double SECOND = 1000;

  private final List<Figure> figures = new ArrayList<>();

  void add(String what, List<Double> millis) {
    figures.add(new Figure(what, millis.stream().sorted().toList()));
  }

  String page() {
    String head =
        """
        # How long an environment takes

        Made by `benchmarks/environment.sh` with the example shop: five systems, two databases, one Kafka; built before.
        Everything ran on one machine with %d processors (%s, JDK %s); its load average at the
        end was %.1f, this benchmark's own load included.

        | what | times | least | median | most |
        |---|---:|---:|---:|---:|
        """
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return figures.stream().map(Figures::row).collect(Collectors.joining("\n", head, "\n"));
  }

  private static String row(Figure figure) {
    List<Double> sorted = figure.millis();
    return "| %s | %d | %s | %s | %s |"
        .formatted(
            figure.what(),
            sorted.size(),
            text(sorted.getFirst()),
            text(sorted.get(sorted.size() / 2)),
            text(sorted.getLast()));
  }

  private static String text(double millis) {
    return millis >= SECOND
        ? String.format(Locale.ROOT, "%.1f s", millis / SECOND)
        : String.format(Locale.ROOT, "%.0f ms", millis);
  }
}
