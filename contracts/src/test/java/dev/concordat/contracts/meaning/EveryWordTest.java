package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word of a document of each kind, changed one by one: the digest becomes another unless the word stands where nothing
/// is said.
class EveryWordTest {
  private static final Path FIXTURES =
      Path.of("src/test/resources/dev/concordat/contracts/meaning").toAbsolutePath();
  private static final int SHUFFLES = 3;

  @TempDir private Path folder;

  /// @param silent names of members that say nothing, nor anything inside them; `a/b` is a `b` directly in an `a`, `/a` one
  /// of the document itself
  private record Fixture(String file, Set<String> silent) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fixture> fixtures() {
    return Stream.of(
        silent(
            "openapi.yaml",
            "info openapi description summary /tags put/tags deprecated example flows parameters/required"),
        silent(
            "asyncapi.yaml",
            "info asyncapi title summary description host placed/name doc bindingVersion"
                + " avro/payload/schemaFormat placed/bindings/amqp/is"),
        silent("wiremock.json", "mappings/id mappings/name metadata"),
        silent("mountebank.json", "imposters/name"),
        silent("mockserver.json", "/id"),
        silent("hoverfly.json", "meta"),
        // An exchange that was recorded says which request was answered how; its headers are the
        // browser's.
        silent(
            "har.json",
            "log/version creator startedDateTime httpVersion request/headers queryString headersSize"
                + " bodySize mimeType statusText size redirectURL timings"),
        // What is asked for stands in each saved response.
        silent(
            "postman.json",
            "info item/name item/request response/name originalRequest/url/raw originalRequest/url/protocol"
                + " originalRequest/url/host originalRequest/body response/status"),
        silent("arazzo.yaml", "info arazzo summary description onFailure/name onSuccess/name"),
        silent("overlay.yaml", "overlay info description"),
        silent("avro.json", "doc"));
  }

  private static Fixture silent(String file, String names) {
    return new Fixture(file, Set.of(names.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void onlyWordsThatSaySomethingCount(Fixture fixture) throws IOException {
    // Given
    JsonValue document = document(fixture);
    String before = digest(fixture, new Tree(document, new Random(0)).text());
    int words = words(new Tree(document, new Random(0))).size();
    // When
    var wrong = new ArrayList<String>();
    for (int i = 0; i < words; i++) {
      var tree = new Tree(document, new Random(0));
      Word word = words(tree).get(i);
      word.change();
      boolean isSilent = word.isIn(fixture.silent());
      if (isSilent != digest(fixture, tree.text()).equals(before)) {
        wrong.add(word.path() + (isSilent ? " is silent and counts" : " does not count"));
      }
    }
    // Then
    assertThat(wrong).isEmpty();
    assertThat(words).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theOrderOfMembersSaysNothing(Fixture fixture) throws IOException {
    // Given
    JsonValue document = document(fixture);
    // When
    var digests = new ArrayList<String>();
    for (int seed = 0; seed < SHUFFLES; seed++) {
      var tree = new Tree(document, new Random(seed));
      tree.objects().forEach(object -> shuffle(object, tree.random));
      digests.add(digest(fixture, tree.text()));
    }
    // Then
    assertThat(digests).containsOnly(digest(fixture, new Tree(document, new Random(0)).text()));
  }

  private static void shuffle(Map<String, Object> object, Random random) {
    List<String> names = new ArrayList<>(object.keySet());
    Collections.shuffle(names, random);
    Map<String, Object> members = new LinkedHashMap<>(object);
    object.clear();
    names.forEach(name -> object.put(name, members.getOrDefault(name, name)));
  }

  private static JsonValue document(Fixture fixture) throws IOException {
    return new DocumentReader(FIXTURES).read(Path.of(fixture.file())).root().toJson();
  }

  private String digest(Fixture fixture, String text) throws IOException {
    Path file = folder.resolve(fixture.file().replace(".yaml", ".json"));
    Files.writeString(file, text);
    return Meaning.of(new ContractReader(folder).read(file))
        .map(ContractMeaning::digest)
        .orElse("no contract");
  }

  /// A value that holds no other.
  private record Word(List<String> path, JsonValue value, java.util.function.Consumer<Object> put) {
    void change() {
      put.accept(
          switch (value) {
            case JsonString(String text) -> new JsonString(text + "x");
            case JsonNumber number -> JsonNumber.of(number.decimal().add(java.math.BigDecimal.ONE));
            case JsonBoolean(boolean flag) -> new JsonBoolean(!flag);
            case JsonValue other -> new JsonString(other + "x");
          });
    }

    boolean isIn(Set<String> silent) {
      var walked = new StringBuilder("/");
      for (String name : path) {
        walked.append('/').append(name);
        if (silent.stream().anyMatch(each -> walked.toString().endsWith("/" + each))) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<Word> words(Tree tree) {
    var words = new ArrayList<Word>();
    collect(tree.root, List.of(), words);
    return words;
  }

  private static void collect(Object node, List<String> path, List<Word> words) {
    if (node instanceof Map<?, ?>) {
      Map<String, Object> map = Tree.map(node);
      for (String name : List.copyOf(map.keySet())) {
        var inner = new ArrayList<>(path);
        inner.add(name);
        Object value = map.getOrDefault(name, JsonNull.NULL);
        if (value instanceof JsonValue word && !name.equals("$ref")) {
          words.add(new Word(inner, word, changed -> map.put(name, changed)));
        }
        collect(value, inner, words);
      }
    } else if (node instanceof List<?>) {
      List<Object> list = Tree.list(node);
      for (int i = 0; i < list.size(); i++) {
        int at = i;
        if (list.get(i) instanceof JsonValue word) {
          words.add(new Word(path, word, changed -> list.set(at, changed)));
        }
        collect(list.get(i), path, words);
      }
    }
  }
}
