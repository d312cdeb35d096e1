package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static final DocumentReader READER = new DocumentReader(Path.of("."));

  private static Document yaml(String text) {
    return READER.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Document json(String text) {
    return READER.parse("a.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules(Document document) {
    return document.problems().stream().map(Problem::rule).toList();
  }

  @Test
  void keepsNumbersAndStringsOfYamlAsWritten() {
    Document document =
        yaml(
            "a: 10.10\nb: 1e400\nc: 2024-01-01\nd: yes\ne: '007'\nf: 9007199254740993\ng: 0x1F\nh: .5\ni: ~\n");

    assertThat(document.problems()).isEmpty();
    assertThat(document.root().toJson())
        .hasToString(
            "{\"a\":10.10,\"b\":1e400,\"c\":\"2024-01-01\",\"d\":\"yes\",\"e\":\"007\","
                + "\"f\":9007199254740993,\"g\":31,\"h\":0.5,\"i\":null}");
  }

  @Test
  void knowsThePlaceOfKeysAndValuesInYaml() {
    Document document = yaml("# Zoë 😀\r\npaths:\r\n  /orders/{id}:\r\n    'ë😀': x\r\n");

    Node value = document.at("/paths/~1orders~1{id}/ë😀").orElseThrow();
    assertThat(value.place()).hasToString("a.yaml:4:11");
    assertThat(value.pointer()).isEqualTo("/paths/~1orders~1{id}/ë😀");
    assertThat(value.sourceLine()).isEqualTo("'ë😀': x");
    var paths = (ObjectNode) document.at("/paths").orElseThrow();
    assertThat(paths.place()).hasToString("a.yaml:3:3");
    assertThat(paths.members().getFirst().place()).hasToString("a.yaml:3:3");
    assertThat(((ObjectNode) document.root()).member("paths").orElseThrow().place())
        .hasToString("a.yaml:2:1");
  }

  @Test
  void knowsThePlaceOfKeysAndValuesInJson() {
    Document document = json("\uFEFF{\n  \"ë\": [1, {\"b\": \"x\"}],\n \"c\": 1.0}");

    assertThat(document.problems()).isEmpty();
    assertThat(document.at("/ë/1/b").orElseThrow().place()).hasToString("a.json:2:18");
    assertThat(document.at("/ë/1/b").orElseThrow().pointer()).isEqualTo("/ë/1/b");
    assertThat(document.at("/c").orElseThrow().toJson()).hasToString("1.0");
  }

  @Test
  void keepsBothMembersOfADuplicateKeyAndTheLastOneCounts() {
    Document document = yaml("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n");

    assertThat(rules(document)).containsExactly("contract/duplicate-key");
    assertThat(document.problems().getFirst().place().pointer()).isEqualTo("/b");
    assertThat(document.problems().getFirst().place()).hasToString("a.yaml:5:3");
    var b = (ObjectNode) document.at("/b").orElseThrow();
    assertThat(b.members()).hasSize(3);
    assertThat(b.get("c").orElseThrow()).hasToString("3");
  }

  @Test
  void readsAliasesAndMergeKeys() {
    Document document =
        yaml(
            "base: &base {x: 1, y: 2}\nmore: &more {z: 4}\nuse:\n  <<: [*base, *more]\n  y: 3\nsame: *base\n");

    assertThat(document.problems()).isEmpty();
    assertThat(document.at("/use").orElseThrow()).hasToString("{\"y\":3,\"x\":1,\"z\":4}");
    assertThat(document.at("/same/x").orElseThrow().place()).hasToString("a.yaml:1:17");
    assertThat(document.at("/same/x").orElseThrow().pointer()).isEqualTo("/base/x");
  }

  @Test
  void readsEveryDocumentOfAStream() {
    Document document = yaml("a: 1\n---\nb: 2\n---\n- 3\n");

    assertThat(document.documents())
        .extracting(Object::toString)
        .containsExactly("{\"a\":1}", "{\"b\":2}", "[3]");
  }

  @Test
  void readsFlowStyleYamlThatStartsLikeJson() {
    assertThat(yaml("{a: 1, b: [x, y]}").root()).hasToString("{\"a\":1,\"b\":[\"x\",\"y\"]}");
  }

  @Test
  void readsUtf16WithAByteOrderMark() {
    Document document = READER.parse("a.yaml", "\uFEFFa: ë\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(document.root()).hasToString("{\"a\":\"ë\"}");
  }

  @Test
  void keysMayBeNumbersOrCollections() {
    Document document = yaml("200: ok\n? [a, b]\n: c\n");

    assertThat(document.root()).hasToString("{\"200\":\"ok\",\"[\\\"a\\\",\\\"b\\\"]\":\"c\"}");
  }

  @Nested
  class Failures {
    @Test
    void keepsWhatStandsBeforeASyntaxError() {
      Document document = yaml("openapi: 3.0.0\ninfo:\n  title: x\n bad: [\n");

      assertThat(document.isBroken()).isTrue();
      assertThat(document.at("/openapi").orElseThrow()).hasToString("\"3.0.0\"");
      assertThat(document.at("/info/title").orElseThrow()).hasToString("\"x\"");
    }

    @Test
    void keepsWhatStandsBeforeASyntaxErrorInJson() {
      Document document = json("{\"a\": {\"b\": 1, \"c\" 2}}");

      assertThat(rules(document)).containsExactly("contract/json-syntax");
      assertThat(document.problems().getFirst().place()).hasToString("a.json:1:20");
      assertThat(document.at("/a/b").orElseThrow()).hasToString("1");
    }

    @Test
    void stopsABillionLaughs() {
      var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
      for (int i = 1; i < 20; i++) {
        text.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(9) + "x"));
      }

      assertThat(rules(yaml(text.toString()))).containsExactly("contract/alias-expansion");
    }

    @Test
    void reportsAnAliasInsideItsOwnAnchorAndAnUnknownOne() {
      assertThat(rules(yaml("a: &a {b: *a}\n"))).containsExactly("contract/recursive-alias");
      assertThat(rules(yaml("a: *nope\nb: 1\n"))).containsExactly("contract/unknown-anchor");
    }

    @Test
    void reportsDeepNesting() {
      assertThat(rules(json("[".repeat(100_000)))).containsExactly("contract/too-deep");
      assertThat(rules(yaml("[".repeat(100_000)))).containsExactly("contract/too-deep");
    }

    @Test
    void reportsTabsAsIndentation() {
      assertThat(rules(yaml("a:\n\tb: 1\n"))).containsExactly("contract/tab-indentation");
    }

    @Test
    void reportsBytesThatAreNotUtf8() {
      Document document =
          READER.parse("a.yaml", "a: Zo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(rules(document)).containsExactly("contract/not-utf-8");
      assertThat(document.problems().getFirst().place()).hasToString("a.yaml:1:6");
    }

    @Test
    void reportsNumbersThatAreTooLong() {
      assertThat(rules(json("1".repeat(100_000)))).containsExactly("contract/number-too-long");
      assertThat(rules(yaml("a: " + "1".repeat(100_000))))
          .containsExactly("contract/number-too-long");
    }

    @Test
    void reportsAnEmptyFile() {
      assertThat(rules(yaml(" \n\n"))).containsExactly("contract/empty-document");
      assertThat(rules(json(""))).containsExactly("contract/empty-document");
    }

    @Test
    void reportsInfinity() {
      Document document = yaml("a: .inf\n");

      assertThat(rules(document)).containsExactly("contract/not-a-json-number");
      assertThat(document.root()).hasToString("{\"a\":\".inf\"}");
    }
  }
}
