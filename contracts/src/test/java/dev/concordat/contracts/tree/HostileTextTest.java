package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that are made to exhaust a reader. The time limit ends what would take minutes or for ever; it measures nothing.
@Timeout(60)
class HostileTextTest {
  private static final DocumentReader READER = new DocumentReader(Path.of("."));
  private static final int MILLION = 1_000_000;
  private static final String TEN_MEGABYTES = "x".repeat(10 * MILLION);

  private static Document read(String name, String text) {
    return READER.parse(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rules(Document document) {
    return document.problems().stream().map(Problem::rule).distinct().toList();
  }

  private static String shown(Document document) {
    return ProblemText.of(document.problems().getFirst(), document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[[],"})
  void aMillionBracketsOfJsonAreTooDeep(String opening) {
    assertThat(rules(read("a.json", opening.repeat(MILLION)))).contains("contract/too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "- ", "? ", "- - ? "})
  void aMillionCollectionsOfYamlAreTooDeep(String opening) {
    assertThat(rules(read("a.yaml", opening.repeat(MILLION)))).contains("contract/too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"? ", "? - ", "- ? "})
  void keysThatHoldKeysDoNotDoubleWithoutEnd(String opening) {
    assertThat(rules(read("a.yaml", opening.repeat(100) + "a"))).contains("contract/key-too-long");
  }

  @Test
  void anAliasOfALongTextAsAKeyIsNotWrittenOutAgainAndAgain() {
    String text =
        "a: &a [\"" + "x".repeat(MILLION) + "\"]\n" + "b:\n" + "  ? *a\n  : 1\n".repeat(5_000);

    assertThat(rules(read("a.yaml", text))).containsExactly("contract/key-too-long");
  }

  @Test
  void longScalarsAreReadWhole() {
    assertThat(List.of("\"%s\"", "%s", "'%s'", "|-\n  %s", ">-\n  %s"))
        .allSatisfy(
            style -> {
              Document document = read("a.yaml", "a: " + style.formatted(TEN_MEGABYTES));
              assertThat(document.at("/a").flatMap(HostileTextTest::text)).contains(TEN_MEGABYTES);
            });
  }

  private static Optional<String> text(Node node) {
    return ((ScalarNode) node).text();
  }

  @Test
  void aLongStringOfJsonIsReadWhole() {
    Document document = read("a.json", "{\"" + TEN_MEGABYTES + "\": \"" + TEN_MEGABYTES + "\"}");

    assertThat(document.at("/" + TEN_MEGABYTES).flatMap(HostileTextTest::text))
        .contains(TEN_MEGABYTES);
  }

  @Test
  void aMillionDuplicateKeysAreToldAHundredTimes() {
    Document document = read("a.json", "{" + "\"a\": 1,".repeat(MILLION) + "\"a\": 2}");

    assertThat(document.problems()).hasSize(100);
    assertThat(document.at("/a").orElseThrow()).hasToString("2");
  }

  @Test
  void longNamesAreCutInMessages() {
    String key = '"' + TEN_MEGABYTES + '"';

    Document document = read("a.json", "{" + key + ": 1, " + key + ": 2}");

    assertThat(document.problems().getFirst().message()).hasSizeLessThan(200);
  }

  @Test
  void aliasesThatLeadNowhereAreToldAHundredTimes() {
    assertThat(read("a.yaml", "- *nope\n".repeat(10_000)).problems()).hasSize(100);
  }

  @Test
  void aMergeKeyCannotTakeOverWhatItStandsIn() {
    Document document = read("a.yaml", "a: &a\n  <<: *a\n  b: 1\n");

    assertThat(rules(document)).contains("contract/recursive-alias");
    assertThat(document.at("/a/b").orElseThrow()).hasToString("1");
  }

  @Test
  void mergesOfMergesEndAtTheLimitOfAliases() {
    var text = new StringBuilder("a0: &a0 {k: 1}\n");
    for (int i = 1; i < 2_000; i++) {
      text.append("a%d: &a%d {<<: *a%d, k%d: 1}\n".formatted(i, i, i - 1, i));
    }

    assertThat(rules(read("a.yaml", text.toString()))).containsExactly("contract/alias-expansion");
  }

  @Test
  void placesInAFileOfOneLineAreFoundWithoutReadingItAgainAndAgain() {
    Document document = read("a.json", "{\"é\": [" + "\"ë\", ".repeat(300_000) + "1]}");
    var array = (ArrayNode) document.at("/é").orElseThrow();

    List<Integer> columns =
        assertTimeoutPreemptively(
            Duration.ofSeconds(50),
            () -> array.items().stream().map(item -> item.place().column()).toList());

    assertThat(columns.getLast()).isEqualTo(8 + 5 * 300_000);
    assertThat(array.items().getLast().pointer()).isEqualTo("/é/300000");
  }

  @Nested
  class Characters {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkSaysTheCharset(String charset) {
      byte[] json = "\uFEFF{\"a\": \"ë😀\"}".getBytes(Charset.forName(charset));
      byte[] yaml = "\uFEFFa: ë😀\r\n".getBytes(Charset.forName(charset));

      List<String> read =
          Stream.of(READER.parse("a.json", json), READER.parse("a.yaml", yaml))
              .map(document -> document.root().toString())
              .toList();

      assertThat(read).containsOnly("{\"a\":\"ë😀\"}");
    }

    @Test
    void whatABrokenUtf16WouldLoseIsAProblem() {
      byte[] half = {(byte) 0xFF, (byte) 0xFE, 'a', 0, ':', 0, ' ', 0, 0, (byte) 0xD8};

      assertThat(rules(READER.parse("a.yaml", half))).containsExactly("contract/not-utf-8");
    }

    @Test
    void aByteThatIsNotUtf8IsShownInTheMiddleOfTenMegabytes() {
      byte[] text = ("{\"a\": \"" + TEN_MEGABYTES + "\"}").getBytes(StandardCharsets.US_ASCII);
      text[5 * MILLION] = (byte) 0xFF;

      Document document = READER.parse("a.json", text);

      assertThat(shown(document))
          .contains("a.json:1:5000001   contract/not-utf-8", "xxx\uFFFDxxx")
          .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void linesEndInThreeWays(String end) {
      String json = String.join(end, "{", "\"a\":", "1 x}");
      String yaml = String.join(end, "a: 1", "b:", "  - &", "c: ]");

      assertThat(shown(read("a.json", json))).contains("a.json:3:3", "3 | 1 x}");
      assertThat(read("a.yaml", yaml).problems().getFirst().place().line()).isEqualTo(3);
    }

    @Test
    void nulBytesAreNotRead() {
      assertThat(rules(read("a.json", "{\"a\":\0 1}"))).containsExactly("contract/json-syntax");
      assertThat(rules(read("a.json", "{\"a\":\"\0\"}"))).containsExactly("contract/json-syntax");
      assertThat(rules(read("a.yaml", "a: x\0y"))).containsExactly("contract/yaml-character");
      assertThat(rules(read("a.yaml", "\0".repeat(MILLION))))
          .containsExactly("contract/yaml-character");
    }

    @Test
    void aCaretStandsUnderItsCharacterInALineOfMegabytes() {
      String wide = "\"日本\", ".repeat(200_000);

      Document document = read("a.json", "[" + wide + "x]");

      assertThat(shown(document))
          .contains("a.json:1:" + (2 + 6 * 200_000))
          .contains("\"日本\", x]\n")
          .hasSizeLessThan(500);
    }
  }

  @Nested
  class Numbers {
    @Test
    void aNumberOfMegabytesIsRefusedAndATextThatOnlyLooksLikeOneIsNot() {
      assertThat(rules(read("a.json", "9".repeat(5 * MILLION))))
          .containsExactly("contract/number-too-long");
      assertThat(rules(read("a.yaml", "a: " + "1".repeat(5 * MILLION))))
          .containsExactly("contract/number-too-long");
      assertThat(rules(read("a.yaml", "a: " + "a-".repeat(MILLION)))).isEmpty();
      assertThat(rules(read("a.yaml", "a: " + "-a".repeat(MILLION)))).isEmpty();
    }

    @Test
    void anExponentOfHundredsOfDigitsKeepsThem() {
      String number = "1e" + "9".repeat(900);

      assertThat(read("a.yaml", "a: " + number).at("/a").orElseThrow()).hasToString(number);
    }
  }

  @Test
  void aFileOfAHundredMegabytesIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("big.yaml");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L * MILLION);
    }

    Document document = new DocumentReader(folder).read(file);

    assertThat(Files.size(file)).isEqualTo(100L * MILLION);
    assertThat(shown(document)).contains("the file has 100,000,000 bytes; 67,108,864 are allowed");
  }
}
