package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The official test suite of JSON Schema: every mandatory test must pass; of the optional ones the number is printed.
@Tag("conformance")
class JsonSchemaConformanceTest {
  private static final Path SUITE =
      Path.of(System.getProperty("corpora", "corpora")).resolve("json-schema").normalize();
  private static final String REMOTES = "http://localhost:1234/";
  private static final Map<Dialect, String> FOLDERS =
      Map.of(
          Dialect.DRAFT_4, "draft4",
          Dialect.DRAFT_6, "draft6",
          Dialect.DRAFT_7, "draft7",
          Dialect.DRAFT_2019_09, "draft2019-09",
          Dialect.DRAFT_2020_12, "draft2020-12");

  @BeforeAll
  static void needsTheSuite() {
    boolean isThere = Files.isDirectory(SUITE);
    if (!isThere) {
      System.out.println(
          "JSON Schema test suite not found at " + SUITE + ": conformance is not tested");
    }
    assumeTrue(isThere);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "DRAFT_.*")
  void passesEveryMandatoryTest(Dialect dialect) throws IOException {
    Result result = run(dialect, FOLDERS.get(dialect), false);

    System.out.println(dialect + " mandatory: " + result.summary());
    assertThat(result.failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "DRAFT_.*")
  void countsOptionalTests(Dialect dialect) throws IOException {
    Result result = run(dialect, FOLDERS.get(dialect) + "/optional", false);

    System.out.println(dialect + " optional: " + result.summary());
    assertThat(result.filesWithFailures()).isSubsetOf("content.json");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "DRAFT_.*")
  void countsFormatTests(Dialect dialect) throws IOException {
    Result result = run(dialect, FOLDERS.get(dialect) + "/optional/format", true);

    System.out.println(dialect + " formats: " + result.summary());
    // Internationalised host names (IDNA 2008) are judged by their characters only, and `(?i)` is
    // understood.
    assertThat(result.filesWithFailures())
        .isSubsetOf(
            "hostname.json", "idn-hostname.json", "idn-email.json", "ecmascript-regex.json");
  }

  private static final class Result {
    private int passed;
    private final List<String> failures = new ArrayList<>();

    String summary() {
      return passed
          + " of "
          + (passed + failures.size())
          + " pass"
          + (failures.isEmpty() ? "" : ", not " + byFile());
    }

    Set<String> filesWithFailures() {
      return byFile().keySet();
    }

    private Map<String, Long> byFile() {
      return failures.stream()
          .collect(
              Collectors.groupingBy(
                  failure -> failure.substring(0, failure.indexOf(':')),
                  TreeMap::new,
                  Collectors.counting()));
    }
  }

  private static Result run(Dialect dialect, String folder, boolean formats) throws IOException {
    var result = new Result();
    Path tests = SUITE.resolve("tests").resolve(folder);
    try (Stream<Path> files = Files.list(tests)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        runFile(dialect, file, formats, result);
      }
    }
    return result;
  }

  private static void runFile(Dialect dialect, Path file, boolean formats, Result result)
      throws IOException {
    Document cases = new Documents(SUITE).read(file);
    assertThat(cases.isBroken()).isFalse();
    for (Node group : ((ArrayNode) cases.root()).items()) {
      Schema schema = schemaOf((ObjectNode) group, dialect, formats);
      for (Node test : ((ArrayNode) member(group, "tests")).items()) {
        boolean expected = member(test, "valid").toJson().equals(new JsonBoolean(true));
        boolean actual = schema.validate(member(test, "data").toJson()).isEmpty();
        if (expected == actual) {
          result.passed++;
        } else {
          result.failures.add(
              file.getFileName()
                  + ": "
                  + member(group, "description")
                  + ": "
                  + member(test, "description"));
        }
      }
    }
  }

  private static Schema schemaOf(ObjectNode group, Dialect dialect, boolean formats)
      throws IOException {
    var documents = new Documents(SUITE);
    provideRemotes(documents);
    String text = JsonText.compact(member(group, "schema").toJson());
    Document document = documents.parse("case.json", text.getBytes(StandardCharsets.UTF_8));
    SchemaLoader loader =
        formats
            ? new SchemaLoader(documents, dialect)
            : SchemaLoader.withFormatsAsAnnotations(documents, dialect);
    return loader.load(document.root());
  }

  private static void provideRemotes(Documents documents) throws IOException {
    for (Map.Entry<String, byte[]> remote : Remotes.ALL.entrySet()) {
      documents.provide(
          REMOTES + remote.getKey(),
          documents.parse("remotes/" + remote.getKey(), remote.getValue()));
    }
  }

  /// Read once; parsed anew for each case, so that no case sees what another one left.
  private static final class Remotes {
    private static final Map<String, byte[]> ALL = read();

    private static Map<String, byte[]> read() {
      Path folder = SUITE.resolve("remotes");
      var all = new TreeMap<String, byte[]>();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }
  }

  private static Node member(Node object, String name) {
    return ((ObjectNode) object).get(name).orElseThrow();
  }
}
