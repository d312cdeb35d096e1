package dev.concordat.compare.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.metamorphic.Workshop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same over the operations of a big real description in OpenAPI 3.0, given by `-Dlarge.description=…`: GitHub's, of the
/// npm package `@octokit/openapi`. `benchmarks/comparison-truth.sh` fetches it and runs this. Pair N is made again by
/// `-Dpairs.from=N -Dpairs=1`.
@Tag("soak")
class LargeMutationTest {
  private static final int DEFAULT_PAIRS = 10_000;

  @TempDir Path folder;

  private static final class Row {
    int breaking;
    int safe;
    int wrong;
  }

  @Test
  void findsWhatBreaksAndNothingElse() throws IOException {
    String file = System.getProperty("large.description", "");
    Assumptions.assumeTrue(
        !file.isEmpty(), "no -Dlarge.description=…: edits of a real description were NOT tried");
    var pairs = new Pairs(Workshop.value(Path.of(file)).orElseThrow());
    var workshop = new Workshop(folder);
    Map<String, Row> rows = new TreeMap<>();
    var complaints = new ArrayList<String>();
    int from = Integer.getInteger("pairs.from", 0);
    int most = Integer.getInteger("pairs", DEFAULT_PAIRS);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    int made = 0;
    for (int number = from; made < most && number < from + most * 2; number++) {
      Optional<Pair> pair = pairs.pair(number);
      if (pair.isEmpty()) {
        continue;
      }
      made++;
      Row row = rows.computeIfAbsent(pair.get().operator(), name -> new Row());
      if (pair.get().known() != Known.SAFE) {
        row.breaking++;
      } else {
        row.safe++;
      }
      Optional<String> complaint = Asked.complaint(pair.get(), workshop);
      if (complaint.isPresent()) {
        row.wrong++;
        complaints.add("pair " + number + ": " + complaint.get());
      }
    }

    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    print(rows, complaints, made, took);
    assertThat(complaints).isEmpty();
  }

  private static void print(
      Map<String, Row> rows, List<String> complaints, int made, long tookNanos) throws IOException {
    var page = new StringBuilder();
    page.append(
        "%,d pairs, %d operators, %d wrong, %.1f CPU ms a pair%n%n"
            .formatted(made, rows.size(), complaints.size(), tookNanos / 1e6 / Math.max(1, made)));
    page.append("| edit | breaking | safe | wrong |\n|---|---:|---:|---:|\n");
    rows.forEach(
        (name, row) ->
            page.append(
                "| %s | %d | %d | %d |%n".formatted(name, row.breaking, row.safe, row.wrong)));
    String to = System.getProperty("page", "");
    if (to.isEmpty()) {
      System.out.println(page);
      complaints.forEach(System.out::println);
    } else {
      Files.writeString(Path.of(to), page);
      Files.writeString(Path.of(to + ".details"), String.join("\n", complaints));
    }
  }
}
