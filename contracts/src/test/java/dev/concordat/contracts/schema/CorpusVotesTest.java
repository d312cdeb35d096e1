package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonBoolean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ours, networknt and dev.harrel on every instance of JSON Schema's own test suite. Where a peer says something else, the
/// suite says who is right; the peers' mistakes are printed.
@Tag("conformance")
class CorpusVotesTest {
  private static final Path SUITE =
      Path.of(System.getProperty("corpora", "corpora")).resolve("json-schema").normalize();

  /// Optional tests on which ours knowingly differs from the suite; `docs/explanation/validators.md` says why.
  private static final List<String> KNOWN_GAPS = List.of("optional/content.json");

  @BeforeAll
  static void needsTheSuite() {
    boolean isThere = Files.isDirectory(SUITE);
    if (!isThere) {
      System.out.println("JSON Schema test suite not found at " + SUITE + ": nobody votes on it");
    }
    assumeTrue(isThere);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT_4, draft4",
    "DRAFT_6, draft6",
    "DRAFT_7, draft7",
    "DRAFT_2019_09, draft2019-09",
    "DRAFT_2020_12, draft2020-12"
  })
  void isRightWhereAPeerSaysSomethingElse(Dialect dialect, String folder) throws IOException {
    // Given
    Map<String, String> remotes = remotes();
    var count = new Count();

    // When
    for (Path file : files(SUITE.resolve("tests").resolve(folder))) {
      String name = SUITE.resolve("tests").resolve(folder).relativize(file).toString();
      for (Node group : ((ArrayNode) new Documents(SUITE).read(file).root()).items()) {
        var voters = new Voters(dialect, member(group, "schema").toJson().toString(), remotes);
        for (Node test : ((ArrayNode) member(group, "tests")).items()) {
          count.add(name, test, voters.ask(member(test, "data").toJson()));
        }
      }
    }

    // Then
    System.out.println(dialect + ": " + count);
    assertThat(count.ourMistakes).isEmpty();
  }

  private static final class Count {
    private final Map<String, Integer> peersMistakes = new TreeMap<>();
    private final List<String> ourMistakes = new ArrayList<>();
    private int asked;
    private int silent;

    void add(String file, Node test, Voters.Votes votes) {
      asked++;
      boolean expected = member(test, "valid").toJson().equals(new JsonBoolean(true));
      silent += (votes.networknt().isEmpty() ? 1 : 0) + (votes.harrel().isEmpty() ? 1 : 0);
      for (String peer : List.of("networknt", "dev.harrel")) {
        if (votes.of(peer) != votes.ours()) {
          if (votes.ours() == expected) {
            peersMistakes.merge(peer + " " + file, 1, Integer::sum);
          } else if (!KNOWN_GAPS.contains(file)) {
            ourMistakes.add(peer + " is right: " + file + ": " + member(test, "description"));
          }
        }
      }
    }

    @Override
    public String toString() {
      return asked
          + " instances, "
          + silent
          + " votes missing, the suite is with us and not with "
          + peersMistakes;
    }
  }

  /// All files of the draft but those about formats, which are annotations for all three here.
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getParent().endsWith("format"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> remotes() throws IOException {
    Path folder = SUITE.resolve("remotes");
    Map<String, String> remotes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        remotes.put("http://localhost:1234/" + name, Files.readString(file));
      }
    }
    return remotes;
  }

  private static Node member(Node object, String name) {
    return ((ObjectNode) object).get(name).orElseThrow();
  }
}
