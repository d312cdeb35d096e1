package dev.concordat.cli.comparison;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.json.JsonText;
import dev.concordat.report.comparison.ComparisonJson;
import dev.concordat.report.comparison.ComparisonText;
import dev.concordat.report.terminal.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A small comparison of two contracts that come with Concordat, one JSON and one YAML, so that the classes it needs are in the
/// ahead-of-time cache. Writes nothing.
public final class Training {
  private static final String OLD = "training-old.json";
  private static final String NEW = "training-new.yaml";
  private static final int WIDTH = 100;

  private Training() {}

  /// Compares the two and tells it.
  ///
  /// @return the report as text
  /// @throws IOException if Concordat's own files cannot be read
  public static String run(LocalDate today) throws IOException {
    Contract before = read(OLD);
    Contract after = read(NEW);
    List<ComparedPair> pairs =
        new Comparer(Policies.defaults(today))
            .diff(before, after).stream()
                .flatMap(comparison -> Stream.of(ComparedPair.of(comparison)))
                .toList();
    var report =
        new ComparisonReport(
            Question.DIFF,
            OLD,
            NEW,
            Counting.DEFAULT,
            pairs,
            List.of(),
            List.of(),
            List.of(),
            Duration.ZERO);
    return new ComparisonText(Style.PLAIN, WIDTH, false).render(report)
        + JsonText.pretty(ComparisonJson.of(report));
  }

  private static Contract read(String name) throws IOException {
    try (InputStream in = Training.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      Path root = Path.of("").toAbsolutePath();
      return ContractReader.forComparing(
              root, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY)
          .read(TextFile.of(root, name, in.readAllBytes()));
    }
  }
}
