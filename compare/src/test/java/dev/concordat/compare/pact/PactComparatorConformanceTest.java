package dev.concordat.compare.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cases of PactFlow's openapi-pact-comparator: its result codes are aliases of our differences.
@Tag("conformance")
class PactComparatorConformanceTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("corpora", "corpora"))
          .toAbsolutePath()
          .normalize()
          .resolve("compat/openapi-pact-comparator.json");
  private static final double FEWEST_REPRODUCED = 0.90;
  private static final String TOOL = "openapi-pact-comparator";

  @Test
  void givesTheSameResultCodes(@TempDir Path folder) throws IOException {
    // Given
    boolean isThere = Files.isRegularFile(CORPUS);
    if (!isThere) {
      System.out.println("no cases at " + CORPUS + ": result codes are not compared");
    }
    assumeTrue(isThere);
    ArrayNode cases = (ArrayNode) new Documents(CORPUS.getParent()).read(CORPUS).root();

    // When
    int same = 0;
    int wantedInAll = 0;
    int foundInAll = 0;
    List<String> unlike = new ArrayList<>();
    for (Node each : cases.items()) {
      Map<String, Integer> wanted = codes((ObjectNode) each);
      Map<String, Integer> found = found((ObjectNode) each, folder);
      int common = common(wanted, found);
      same += common;
      wantedInAll += sum(wanted);
      foundInAll += sum(found);
      if (!wanted.equals(found)) {
        unlike.add(text(each, "id") + "\n    wanted " + wanted + "\n    found  " + found);
      }
    }

    // Then
    System.out.printf(
        "openapi-pact-comparator: %d of %d result codes reproduced (%.1f %%), %d others; %d of %d"
            + " cases differ%n",
        same,
        wantedInAll,
        100.0 * same / wantedInAll,
        foundInAll - same,
        unlike.size(),
        cases.items().size());
    unlike.forEach(line -> System.out.println("  " + line));
    assertThat((double) same / wantedInAll).isGreaterThanOrEqualTo(FEWEST_REPRODUCED);
  }

  private static Map<String, Integer> codes(ObjectNode each) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Node result : ((ArrayNode) member(each, "results")).items()) {
      codes.merge(text(result, "code") + " " + text(result, "type"), 1, Integer::sum);
    }
    return codes;
  }

  private static Map<String, Integer> found(ObjectNode each, Path folder) throws IOException {
    Map<String, Integer> codes = new TreeMap<>();
    Contract provider = contract(folder, "provider.json", member(each, "oas"));
    for (ObjectNode.Member pact : ((ObjectNode) member(each, "pacts")).members()) {
      Contract consumer = contract(folder, pact.name(), pact.value());
      new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
          .agree(consumer, provider).stream()
              .flatMap(comparison -> comparison.differences().stream())
              .flatMap(difference -> codes(difference).stream())
              .forEach(code -> codes.merge(code, 1, Integer::sum));
    }
    return codes;
  }

  private static List<String> codes(Difference difference) {
    return difference.aliases().stream()
        .filter(alias -> alias.tool().equals(TOOL))
        .map((Alias alias) -> alias.id() + " " + alias.level())
        .toList();
  }

  private static Contract contract(Path folder, String name, Node written) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, written.toJson().toString());
    return new ContractReader(folder).read(file);
  }

  private static int common(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .mapToInt(entry -> Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0)))
        .sum();
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Node member(Node node, String name) {
    return ((ObjectNode) node).get(name).orElseThrow();
  }

  private static String text(Node node, String name) {
    return Objects.requireNonNull(member(node, name)).toJson().toString().replace("\"", "");
  }
}
