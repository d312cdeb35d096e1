package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every problem of reading as people see it, against `problems.golden`.
class ProblemTextTest {
  private static final DocumentReader READER =
      new DocumentReader(Path.of("."), new ReadLimits(10_000, 20, 500, 100, 50, 200));

  private static final Map<String, byte[]> BAD = new TreeMap<>();

  private static void bad(String name, String text) {
    BAD.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static {
    bad(
        "alias-expansion.yaml",
        "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b]\n");
    bad("bad-character.yaml", "title: bell \u0007 rings\n");
    bad("block-sequence.yaml", "tags:\n  - a\n - b\n");
    bad("comment.json", "{\n  // the title\n  \"title\": 1\n}\n");
    bad("bracket.yaml", "tags: [a, b\nversion: 1\n");
    bad("close.json", "{\"a\": [1, 2}}\n");
    bad("control.json", "{\"a\": \"x\n\"}\n");
    bad("escape.json", "{\"a\": \"\\x\"}\n");
    bad("missing-colon.yaml", "info: 1\ntitle\nversion: 2\n");
    bad("open-string.json", "{\"a\": \"x");
    bad("colon.yaml", "description: Orders: all of them\n");
    bad("comma.json", "{\"a\": 1,}\n");
    bad("duplicate-key.yaml", "paths:\n  /orders: {}\n  /stock: {}\n  /orders: {}\n");
    bad("duplicate-key.json", "{\"ë😀漢\": {\"a\": 1, \"a\": 2}}\n");
    bad("empty.yaml", "\n");
    bad("infinity.yaml", "maximum: .inf\n");
    bad("long-line.json", "{\"x\": \"" + "y".repeat(200) + "\", \"b\" 1}\n");
    bad("merge-key.yaml", "a: {<<: text}\n");
    bad("not-json.json", "hello\n");
    bad("open-quote.yaml", "title: \"Orders\nversion: 1\n");
    bad("reserved.yaml", "owner: @team\n");
    bad("recursive.yaml", "a: &a\n  b: *a\n");
    bad("single-quotes.json", "{'a': 1}\n");
    bad("tab.yaml", "info:\n\ttitle: Orders\n");
    bad("too-big.yaml", "#".repeat(10_001));
    bad("too-deep.json", "[".repeat(30));
    bad("too-long-number.yaml", "n: " + "1".repeat(60) + "\n");
    bad("too-many.json", "[" + "1,".repeat(600) + "1]");
    bad("twice.json", "{} {}\n");
    bad("unclosed.json", "{\"a\": [1, 2\n");
    bad("unknown-anchor.yaml", "a: *base\n");
    bad("unknown-tag.yaml", "a: !Sub x\n");
    BAD.put("not-utf-8.yaml", "title: Caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void everyProblemReadsLikeItsGoldenText() throws IOException {
    var text = new StringBuilder();
    BAD.forEach(
        (name, bytes) -> {
          Document document = READER.parse(name, bytes);
          assertThat(document.problems()).as(name).isNotEmpty();
          document
              .problems()
              .forEach(problem -> text.append(ProblemText.of(problem, document)).append('\n'));
        });

    assertThat(text.toString()).isEqualTo(golden(text.toString()));
  }

  /// The golden text; `-Dgolden=update` writes it anew.
  private static String golden(String actual) throws IOException {
    if (System.getProperty("golden", "").equals("update")) {
      Files.writeString(
          Path.of("src/test/resources/dev/concordat/contracts/tree/problems.golden"), actual);
      return actual;
    }
    try (InputStream in = ProblemTextTest.class.getResourceAsStream("problems.golden")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void takesTheLineFromTheFile(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("a.yaml"), "a: 1\nb: 2\n");
    Problem problem =
        Problem.warning("config/x", new Place("a.yaml", 2, 4, "/b"), "two is odd", "");

    assertThat(ProblemText.of(problem, root))
        .isEqualTo(
            """
            warning: two is odd
              at a.yaml:2:4   config/x
                |
              2 | b: 2
                |    ^
            """);
  }
}
