package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON in which nothing is wrong is only outlined, and its nodes are made on the first look. What the careful reader makes of
/// the same text is made by naming a member twice beside it.
class PlainTextTest {
  private static final String PLAIN = "{\"a\": 1, \"b\": 2,\n \"text\":";
  private static final String CAREFUL = "{\"a\": 1, \"a\": 2,\n \"text\":";
  private static final String WHOLE =
      "{\"\": [1, {\"a\": -0.5e+10, \"ä€😀\": \"ß\\u00e4\\n\", \"a b\": null}, [], {}, true]}";

  private static Document read(String text, ReadLimits limits) {
    return new DocumentReader(Path.of("."), limits)
        .parse("a.json", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Characters of the text are bytes here, so that it may be no UTF-8.
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static void assertReadAlike(String text, ReadLimits limits) {
    Document plain = read(PLAIN + text + "}", limits);
    Document careful = read(CAREFUL + text + "}", limits);

    assertThat(told(plain)).as(text).isEqualTo(told(careful));
    if (plain.problems().isEmpty()) {
      assertThat(nodes(plain)).as(text).isEqualTo(nodes(careful));
    }
  }

  private static List<String> told(Document document) {
    return document.problems().stream()
        .filter(problem -> !problem.rule().equals("contract/duplicate-key"))
        .map(problem -> problem.place() + " " + problem.rule() + " " + problem.message())
        .toList();
  }

  /// Every node below `text`, with all that can be seen of it.
  private static List<String> nodes(Document document) {
    List<String> seen = new ArrayList<>();
    note(document.at("/text").orElseThrow(), seen);
    return seen;
  }

  private static void note(Node node, List<String> seen) {
    String type = node.toJson().type();
    seen.add(type + " " + node.place() + " " + node.sourceLine() + " " + node);
    switch (node) {
      case ScalarNode scalar -> seen.add(scalar.text() + " " + scalar.isNull());
      case ArrayNode array -> array.items().forEach(item -> note(item, seen));
      case ObjectNode object ->
          object
              .members()
              .forEach(
                  member -> {
                    seen.add(member.name() + " " + member.place() + " " + member.sourceLine());
                    note(member.value(), seen);
                  });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WHOLE,
        "\"\"",
        "\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\\u20AC\\uD83D\\uDE00\\ud800\"",
        "[0, -1, 1.5, 1E5, 1e-5, 123456789012345678901234567890]",
        "[true,false,null]",
        " \t\r\n{ \"a\" : [ ] , \"b\" : { } } ",
        "{\"a\":{\"a\":{\"a\":1},\"b\":2},\"b\":3}",
        "{\"a\\u0062\": 1, \"c\": 2}",
        "\"\u007f\"",
        // What follows is wrong.
        "{\"a\\u0062\": 1, \"ab\": 2}",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "1x",
        "truely",
        "nul",
        "NaN",
        "'a'",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "[1,]",
        "[1 2]",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "[",
        "{",
        "\"",
        "{\"a",
        "]",
        "",
        "1 2",
        "// 1",
        "\u00e4"
      })
  void saysAndTellsWhatTheCarefulReaderDoes(String text) {
    assertReadAlike(bytes(text), ReadLimits.defaults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\u0080\"",
        "\"\u00c3\"",
        "\"\u00c0\u0080\"",
        "\"\u00ed\u00a0\u0080\"",
        "\"\u00f5\u0080\u0080\u0080\"",
        "{\"\u0080\": 1}",
        "{\"\u00e2\u0082\": 1}",
        "\"\u00c3",
        "{\"\u00c3"
      })
  void tellsBytesThatAreNotUtf8(String text) {
    assertReadAlike(text, ReadLimits.defaults());
  }

  static Stream<ReadLimits> limits() {
    return Stream.of(
        new ReadLimits(1_000, 3, 100, 100, 100, 100),
        new ReadLimits(1_000, 4, 10, 100, 100, 100),
        new ReadLimits(1_000, 4, 100, 100, 3, 100));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void keepsTheSameLimits(ReadLimits limits) {
    for (String text :
        List.of(
            "[[1]]", "[[[1]]]", "[[[[1]]]]", "[1,2,3,4,5,6]", "[1,2,3,4,5,6,7]", "100", "1000")) {
      assertReadAlike(text, limits);
    }
  }

  @Test
  void namesThatComeTwiceAreToldWhereverTheyStand() {
    for (String object :
        List.of(
            "{\"x\":1,\"x\":2}",
            "{\"x\":{\"x\":1},\"x\":2}",
            "{\"y\":{\"x\":1,\"z\":{\"x\":2},\"x\":3}}",
            "[{\"x\":1},{\"x\":1,\"\u00e4\":1,\"\u00e4\":2}]")) {
      assertThat(read(bytes(object), ReadLimits.defaults()).problems())
          .extracting(Problem::rule)
          .containsExactly("contract/duplicate-key");
    }
  }

  @Test
  void aTextThatIsDamagedAnywhereIsReadAsTheCarefulReaderReadsIt() {
    long seed = Long.getLong("seed", 20261130);
    var random = new Random(seed);
    String whole = bytes(WHOLE);
    for (int i = 0; i < 2_000; i++) {
      int at = random.nextInt(whole.length());
      int end = Math.min(whole.length(), at + random.nextInt(3));
      String other =
          "{}[]\",:\\0e-. \n\u00c3\u0084a1u"
              .substring(random.nextInt(19))
              .substring(0, random.nextInt(2));
      assertReadAlike(whole.substring(0, at) + other + whole.substring(end), ReadLimits.defaults());
    }
  }

  @Test
  void allThreadsThatLookFirstSeeTheSameNodes() throws Exception {
    for (int round = 0; round < 50; round++) {
      Document document = read(bytes(WHOLE), ReadLimits.defaults());
      Callable<List<Integer>> look = () -> identities(document.root());
      try (var threads = Executors.newFixedThreadPool(4)) {
        List<Future<List<Integer>>> looks = threads.invokeAll(List.of(look, look, look, look));
        List<Integer> first = looks.getFirst().get();
        for (Future<List<Integer>> each : looks) {
          assertThat(each.get()).isEqualTo(first);
        }
      }
    }
  }

  private static List<Integer> identities(Node node) {
    List<Integer> seen = new ArrayList<>();
    seen.add(System.identityHashCode(node));
    if (node instanceof ObjectNode object) {
      object.members().forEach(member -> seen.addAll(identities(member.value())));
    } else if (node instanceof ArrayNode array) {
      array.items().forEach(item -> seen.addAll(identities(item)));
    }
    return seen;
  }
}
