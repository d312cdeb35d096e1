package dev.concordat.contracts.inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pairs of schemas of which is known whether the one holds the other: no answer may be wrong.
@Tag("conformance")
class ContainmentConformanceTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("corpora", "corpora")).toAbsolutePath().normalize();
  private static final Path REMOTES = CORPORA.resolve("json-schema/remotes");
  private static final double MOST_UNKNOWN = 0.03;
  private static final long SLOW_NANOS = 50_000_000;

  private static final Map<String, Dialect> DIALECTS =
      Map.of(
          "draft4", Dialect.DRAFT_4,
          "draft6", Dialect.DRAFT_6,
          "draft7", Dialect.DRAFT_7,
          "draft2019-09", Dialect.DRAFT_2019_09,
          "draft2020-12", Dialect.DRAFT_2020_12);

  @BeforeAll
  static void needsTheCorpora() {
    boolean isThere = Files.isDirectory(CORPORA.resolve("compat"));
    if (!isThere) {
      System.out.println("no pairs of contracts at " + CORPORA + ": inclusion is not tested");
    }
    assumeTrue(isThere);
  }

  @Test
  void answersTheContainmentSuite() throws IOException {
    var score = new Score();
    for (ObjectNode pair : pairs("jsonschema-containment.json")) {
      Dialect dialect = Objects.requireNonNull(DIALECTS.get(text(pair, "draft")));
      score.ask(pair, dialect, "a", "b", member(pair, "aInB").toJson());
      score.ask(pair, dialect, "b", "a", member(pair, "bInA").toJson());
    }

    System.out.println("JSON Schema containment: " + score.summary());
    score.assertSound();
  }

  @Test
  void answersTheSubschemaPairs() throws IOException {
    var score = new Score();
    for (ObjectNode pair : pairs("ibm-jsonsubschema.json")) {
      JsonValue expected = member(pair, "expected").toJson();
      boolean isEquivalence = text(pair, "relation").equals("equivalent");
      if (!isEquivalence) {
        score.ask(pair, Dialect.DRAFT_4, "a", "b", expected);
      } else if (expected.equals(new JsonBoolean(true))) {
        score.ask(pair, Dialect.DRAFT_4, "a", "b", expected);
        score.ask(pair, Dialect.DRAFT_4, "b", "a", expected);
      }
    }

    System.out.println("Subschema pairs: " + score.summary());
    score.assertSound();
  }

  private static final class Score {
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> slow = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> disputed = new ArrayList<>();
    private final Labels labels = Labels.read();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Document> remotes;
    private int asked;

    Score() throws IOException {
      remotes = remotes();
    }

    void assertSound() {
      assertThat(wrong).as("answers against a label that nothing speaks against").isEmpty();
      assertThat(unknown.size()).isLessThanOrEqualTo((int) (MOST_UNKNOWN * asked));
    }

    private double percentileMillis(int percent) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    void ask(ObjectNode pair, Dialect dialect, String sender, String receiver, JsonValue expected) {
      if (!(expected instanceof JsonBoolean(boolean isIn))) {
        return;
      }
      asked++;
      var documents = new Documents(CORPORA);
      remotes.forEach(documents::provide);
      // The suite was made by a validator that asserts formats where a case is about them.
      var loader =
          text(pair, "id").contains("/optional/format/")
              ? new SchemaLoader(documents, dialect)
              : SchemaLoader.withFormatsAsAnnotations(documents, dialect);
      Schema one = schema(documents, loader, pair, sender);
      Schema other = schema(documents, loader, pair, receiver);
      long start = threads.getCurrentThreadCpuTime();
      Inclusion answer =
          new Inclusions(Effort.defaults()).check(one, Reading.LITERAL, other, Direction.NONE);
      long took = threads.getCurrentThreadCpuTime() - start;
      nanos.add(took);
      String about = text(pair, "id") + " " + sender + " in " + receiver;
      if (took > SLOW_NANOS) {
        slow.add("%s: %.0f ms".formatted(about, took / 1e6));
      }
      switch (answer) {
        case Inclusion.Proved ignored when isIn -> {}
        case Inclusion.Proved ignored ->
            dispute(pair, dialect, sender, receiver)
                .refutation()
                .ifPresentOrElse(
                    value -> wrong.add(about + " proved, but " + value),
                    () -> disputed(about, "proved"));
        case Inclusion.Breaks ignored when !isIn -> {}
        case Inclusion.Breaks(JsonValue witness) -> {
          if (dispute(pair, dialect, sender, receiver).isConfirmed(witness)) {
            disputed(about, "broken");
          } else {
            wrong.add(about + " broken by " + witness);
          }
        }
        case Inclusion.Unknown(String reason, List<String> ignored) ->
            unknown.add(about + ": " + reason);
      }
    }

    private Dispute dispute(ObjectNode pair, Dialect dialect, String sender, String receiver) {
      Map<String, String> texts = new TreeMap<>();
      remotes.forEach((uri, document) -> texts.put(uri, document.root().toJson().toString()));
      return new Dispute(
          dialect, written(pair, sender, dialect), written(pair, receiver, dialect), texts);
    }

    private void disputed(String about, String answer) {
      disputed.add(
          "%s %s: %s"
              .formatted(
                  about, answer, labels.reason(about, answer).orElse("no reason is written down")));
    }

    String summary() {
      if (System.getProperty("list") != null) {
        unknown.forEach(each -> System.out.println("unknown " + each));
        disputed.forEach(each -> System.out.println("disputed " + each));
        wrong.forEach(each -> System.out.println("wrong " + each));
        slow.forEach(each -> System.out.println("slow " + each));
      }
      return "%d asked, %d against the label, %d more where validators or values speak against the label, %d unknown (%.1f %%); processor time: median %.2f ms, 95th percentile %.2f ms, longest %.0f ms"
          .formatted(
              asked,
              wrong.size(),
              disputed.size(),
              unknown.size(),
              100.0 * unknown.size() / asked,
              percentileMillis(50),
              percentileMillis(95),
              percentileMillis(100));
    }
  }

  private static Schema schema(
      Documents documents, SchemaLoader loader, ObjectNode pair, String which) {
    String text = JsonText.compact(written(pair, which, loader.dialect()));
    Document document = documents.parse(which + ".json", text.getBytes(StandardCharsets.UTF_8));
    return loader.load(document.root());
  }

  private static JsonValue written(ObjectNode pair, String which, Dialect dialect) {
    JsonValue written = member(pair, which).toJson();
    return dialect == Dialect.DRAFT_4 ? withEnums(written) : written;
  }

  /// The suite writes `const` where draft 4 has only `enum`.
  private static JsonValue withEnums(JsonValue schema) {
    if (schema instanceof JsonObject object && object.member("const").isPresent()) {
      JsonValue value = object.member("const").orElseThrow();
      return object.without("const").with("enum", JsonArray.of(value));
    }
    return schema instanceof JsonObject object && object.member("anyOf").isPresent()
        ? object.with("anyOf", withEnums((JsonArray) object.member("anyOf").orElseThrow()))
        : schema;
  }

  private static JsonArray withEnums(JsonArray schemas) {
    return new JsonArray(
        schemas.items().stream().map(ContainmentConformanceTest::withEnums).toList());
  }

  private static Map<String, Document> remotes() throws IOException {
    Map<String, Document> remotes = new TreeMap<>();
    var documents = new Documents(CORPORA);
    try (Stream<Path> files = Files.walk(REMOTES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        String name = REMOTES.relativize(file).toString().replace('\\', '/');
        remotes.put("http://localhost:1234/" + name, documents.read(file));
      }
    }
    return remotes;
  }

  private static List<ObjectNode> pairs(String file) throws IOException {
    Document all = new Documents(CORPORA).read(CORPORA.resolve("compat").resolve(file));
    return ((ArrayNode) all.root()).items().stream().map(ObjectNode.class::cast).toList();
  }

  private static Node member(ObjectNode object, String name) {
    return Optional.of(object).flatMap(each -> each.get(name)).orElseThrow();
  }

  private static String text(ObjectNode object, String name) {
    return member(object, name).toJson().toString().replace("\"", "");
  }
}
