package dev.concordat.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The official test suite of JSON Schema, each schema written in the dialect of OpenAPI 3.1 first.
@Tag("conformance")
class SchemaWriterConformanceTest {
  private static final Path SUITE =
      Path.of(System.getProperty("corpora", "corpora")).resolve("json-schema").normalize();

  /// What 2020-12 cannot say, as the documentation of the writer has it.
  private static final Set<String> WITHOUT_COUNTERPART =
      Set.of("unevaluatedItems.json: unevaluatedItems depends on adjacent contains");

  @BeforeAll
  static void needsTheSuite() {
    boolean isThere = Files.isDirectory(SUITE);
    if (!isThere) {
      System.out.println("JSON Schema test suite not found at " + SUITE);
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
  void writtenSchemasPassEveryMandatoryTest(Dialect dialect, String folder) throws IOException {
    var failures = new ArrayList<String>();
    int passed = 0;
    try (Stream<Path> files = Files.list(SUITE.resolve("tests").resolve(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        for (Node group : ((ArrayNode) new Documents(SUITE).read(file).root()).items()) {
          String name = file.getFileName() + ": " + text(group);
          if (!WITHOUT_COUNTERPART.contains(name)) {
            passed += run(dialect, (ObjectNode) group, name, failures);
          }
        }
      }
    }

    System.out.println(dialect + " written as 3.1: " + passed + " pass, not " + failures.size());
    assertThat(failures).isEmpty();
  }

  private static int run(Dialect dialect, ObjectNode group, String name, List<String> failures)
      throws IOException {
    JsonObject written = new Document(schemaOf(group, dialect)).json();
    Schema schema = again(written);
    int passed = 0;
    for (Node test : ((ArrayNode) group.get("tests").orElseThrow()).items()) {
      boolean expected = member(test, "valid").toJson().equals(new JsonBoolean(true));
      if (schema.accepts(member(test, "data").toJson()) == expected) {
        passed++;
      } else {
        failures.add(name + ": " + text(test) + ": " + JsonText.compact(written));
      }
    }
    return passed;
  }

  private static Schema schemaOf(ObjectNode group, Dialect dialect) throws IOException {
    var documents = new Documents(SUITE);
    Path remotes = SUITE.resolve("remotes");
    try (Stream<Path> files = Files.walk(remotes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = remotes.relativize(file).toString();
        documents.provide(
            "http://localhost:1234/" + name,
            documents.parse("remotes/" + name, Files.readAllBytes(file)));
      }
    }
    String text = JsonText.compact(member(group, "schema").toJson());
    return SchemaLoader.withFormatsAsAnnotations(documents, dialect)
        .load(documents.parse("case.json", bytes(text)).root());
  }

  private static Schema again(JsonObject document) {
    var documents = new Documents(SUITE);
    Node root = documents.parse("written.json", bytes(JsonText.compact(document))).root();
    return SchemaLoader.withFormatsAsAnnotations(documents, Dialect.OPENAPI_3_1)
        .load(member(member(member(root, "components"), "schemas"), "root"));
  }

  /// A document of nothing but a schema and what it refers to.
  private static final class Document implements SchemaWriter.References {
    private final Schema root;
    private final Map<SchemaWriter.Target, String> names = new LinkedHashMap<>();
    private final List<SchemaWriter.Target> open = new ArrayList<>();

    Document(Schema root) {
      this.root = root;
    }

    @Override
    public String to(SchemaWriter.Target target) {
      if (!names.containsKey(target)) {
        names.put(target, "s" + names.size());
        open.add(target);
      }
      return "#/components/schemas/" + names.get(target);
    }

    @Override
    public void lost(Place place, String what) {
      throw new AssertionError(place + " " + what);
    }

    JsonObject json() {
      var writer = new SchemaWriter(this);
      Map<String, JsonValue> schemas = new LinkedHashMap<>();
      schemas.put("root", writer.write(root));
      for (int i = 0; i < open.size(); i++) {
        schemas.put(names.get(open.get(i)), writer.write(open.get(i)));
      }
      return JsonObject.EMPTY
          .with("openapi", new dev.concordat.model.json.JsonString("3.1.0"))
          .with("components", JsonObject.EMPTY.with("schemas", new JsonObject(schemas)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Node holder) {
    return member(holder, "description").toJson().toString().replace("\"", "");
  }

  private static Node member(Node object, String name) {
    return ((ObjectNode) object).get(name).orElseThrow();
  }
}
