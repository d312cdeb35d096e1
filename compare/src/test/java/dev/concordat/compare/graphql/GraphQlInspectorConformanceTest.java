package dev.concordat.compare.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of schemas with the changes that graphql-inspector 8 finds in them.
@Tag("conformance")
class GraphQlInspectorConformanceTest {
  private static final Path CASES =
      Path.of(System.getProperty("corpora", "corpora"))
          .toAbsolutePath()
          .normalize()
          .resolve("compat/graphql-inspector.json");
  private static final double LEAST_RIGHT = 0.95;

  @TempDir Path folder;

  @BeforeAll
  static void needsTheCorpus() {
    boolean isThere = Files.isRegularFile(CASES);
    if (!isThere) {
      System.out.println("no pairs of schemas at " + CASES + ": GraphQL changes are not compared");
    }
    assumeTrue(isThere);
  }

  @Test
  void namesChangesAsGraphQlInspectorDoes() throws IOException {
    // Given
    JsonArray cases = (JsonArray) new Documents(CASES.getParent()).read(CASES).root().toJson();
    int right = 0;
    int rightPaths = 0;
    var wrong = new ArrayList<String>();
    Map<String, Integer> impacts = new TreeMap<>();
    // When
    for (JsonValue one : cases.items()) {
      JsonObject pair = (JsonObject) one;
      List<Difference> differences = differences(pair);
      List<String> expected = expected(pair, false);
      List<String> found = found(differences, false);
      if (found.equals(expected)) {
        right++;
      } else {
        wrong.add(text(pair, "id") + "\n  expected " + expected + "\n  found    " + found);
      }
      if (found(differences, true).equals(expected(pair, true))) {
        rightPaths++;
      }
      differences.forEach(difference -> count(impacts, difference));
    }
    // Then
    System.out.printf(
        "graphql-inspector: %d of %d cases with the same types and levels, %d with the same"
            + " paths%n",
        right, cases.items().size(), rightPaths);
    impacts.forEach((what, times) -> System.out.println("  " + what + ": " + times));
    wrong.forEach(System.out::println);
    assertThat((double) right / cases.items().size()).isGreaterThanOrEqualTo(LEAST_RIGHT);
    assertThat((double) rightPaths / cases.items().size()).isGreaterThanOrEqualTo(LEAST_RIGHT);
  }

  private static void count(Map<String, Integer> impacts, Difference difference) {
    String level = difference.aliases().isEmpty() ? "-" : difference.aliases().getFirst().level();
    impacts.merge(level + " is " + difference.impact(), 1, Integer::sum);
  }

  private List<Difference> differences(JsonObject pair) throws IOException {
    Contract before = read("a", text(pair, "a"));
    Contract after = read("b", text(pair, "b"));
    return GraphQlDiff.ofVersions()
        .compare(before, after, Policies.defaults(LocalDate.EPOCH))
        .differences();
  }

  private Contract read(String name, String text) throws IOException {
    return new ContractReader(folder)
        .read(Files.writeString(folder.resolve(name + ".graphql"), text));
  }

  private static String text(JsonObject object, String name) {
    return object.member(name).orElse(new JsonString("")) instanceof JsonString(String text)
        ? text
        : "";
  }

  private static List<String> expected(JsonObject pair, boolean hasPath) {
    return ((JsonArray) Objects.requireNonNull(pair.members().get("changes")))
        .items().stream()
            .map(JsonObject.class::cast)
            .map(
                change ->
                    text(change, "type")
                        + " "
                        + text(change, "level")
                        + (hasPath ? " " + text(change, "path") : ""))
            .sorted()
            .toList();
  }

  private static List<String> found(List<Difference> differences, boolean hasPath) {
    return differences.stream()
        .flatMap(
            difference ->
                difference.aliases().stream()
                    .map(
                        alias ->
                            alias.id()
                                + " "
                                + alias.level()
                                + (hasPath
                                    ? " " + SchemaWalk.path(difference.position()).orElse("")
                                    : "")))
        .sorted()
        .toList();
  }
}
