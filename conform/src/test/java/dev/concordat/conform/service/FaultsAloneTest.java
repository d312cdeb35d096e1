package dev.concordat.conform.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every fault, switched on alone. Writes `target/faults.md`. Every fifth one in the tests of a merge
/// (`-Dfaults.every=1`: all of them; `-Dfaults.only=FLAKY,HANG`: these), all of them under `soak`.
@Tag("slow")
@Order(1)
class FaultsAloneTest {
  private static final long SEED = 1;
  private static final double LEAST_FOUND_SHARE = 0.95;
  private static final int LEAST_FAULTS = 60;
  private static final int EVERY = Integer.getInteger("faults.every", 5);
  private static final String ONLY = System.getProperty("faults.only", "");

  /// A fault and what the run said.
  private record Row(FaultTable.Line line, Outcome outcome) {
    boolean isFound() {
      return outcome.told().containsKey(line.fault());
    }

    boolean isFoundOnce() {
      return isFound() && outcome.others().isEmpty();
    }

    String markdown() {
      return "| %s | %s | %s | %s | %s | %d |"
          .formatted(
              line.fault(),
              line.standsFor(),
              line.what(),
              Optional.ofNullable(outcome.told().get(line.fault()))
                  .map(finding -> finding.rule().id())
                  .orElse("not found"),
              outcome.others().stream().map(Row::words).collect(Collectors.joining("; ")),
              outcome.requests());
    }

    private static String words(ConformFinding finding) {
      return finding.rule().id() + " " + finding.operation() + " " + finding.message();
    }
  }

  @Test
  void findsEachAsOneFindingAndTellsNothingElse() throws IOException {
    finds(EVERY);
  }

  @Test
  @Tag("soak")
  void findsAllOfThem() throws IOException {
    finds(1);
  }

  private static void finds(int every) throws IOException {
    // Given
    List<FaultTable.Line> all = FaultTable.lines();
    List<FaultTable.Line> faults = ONLY.isEmpty() ? sample(all, every) : only(all);

    // When
    List<Row> rows = new ArrayList<>();
    for (FaultTable.Line line : faults) {
      ConformReport report = WorkshopRun.covering(EnumSet.of(line.fault()), SEED);
      rows.add(new Row(line, Outcome.of(report, List.of(line))));
    }

    // Then
    write(rows);
    assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST_FAULTS);
    assertThat(rows.stream().filter(Row::isFoundOnce).count())
        .as(() -> missed(rows))
        .isGreaterThanOrEqualTo((long) Math.ceil(LEAST_FOUND_SHARE * faults.size()));
  }

  private static List<FaultTable.Line> only(List<FaultTable.Line> all) {
    List<String> names = List.of(ONLY.split(","));
    return all.stream().filter(line -> names.contains(line.fault().name())).toList();
  }

  private static List<FaultTable.Line> sample(List<FaultTable.Line> all, int every) {
    return IntStream.range(0, all.size()).filter(at -> at % every == 0).mapToObj(all::get).toList();
  }

  private static String missed(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.isFoundOnce())
        .map(Row::markdown)
        .collect(Collectors.joining("\n", "not found as exactly one finding:\n", "\n"));
  }

  private static void write(List<Row> rows) throws IOException {
    String head =
        "| fault | stands for | what | told as | told beside it | requests |\n|---|---|---|---|---|---:|\n";
    String table = rows.stream().map(Row::markdown).collect(Collectors.joining("\n", head, "\n"));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/faults.md"), table);
  }
}
