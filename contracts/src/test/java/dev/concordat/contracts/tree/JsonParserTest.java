package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
  @Test
  void keepsDigitsAndOrder() {
    ParsedJson parsed = JsonParser.parse("{\"b\":10.10,\"a\":[1e400,-0,\"\\ud83d\\ude00\"]}");

    assertThat(parsed.value().orElseThrow()).hasToString("{\"b\":10.10,\"a\":[1e400,-0,\"😀\"]}");
  }

  @Test
  void notesDuplicateKeys() {
    ParsedJson parsed = JsonParser.parse("{\"a\":{\"x\":1,\"x\":2}}");

    assertThat(parsed.duplicateKeys()).containsExactly("/a/x");
    assertThat(parsed.value().orElseThrow()).hasToString("{\"a\":{\"x\":2}}");
  }

  @Test
  void saysWhereTextIsNotJson() {
    assertThat(JsonParser.parse("{\"a\":}").failure().orElseThrow().offset()).isEqualTo(5);
    assertThat(JsonParser.parse("<html>").value()).isEmpty();
    assertThat(JsonParser.parse("").failure().orElseThrow().message())
        .isEqualTo("the body is empty");
    assertThat(JsonParser.parse("{} {}").failure().orElseThrow().message())
        .isEqualTo("more text follows the value");
    assertThat(
            JsonParser.parse(new byte[] {'"', (byte) 0xE9, '"'}).failure().orElseThrow().message())
        .isEqualTo("byte 1 is not UTF-8: 0xE9");
    assertThat(JsonParser.parse("[".repeat(1_000_000)).value()).isEmpty();
    assertThat(JsonParser.parse("[1, 2").value()).isEmpty();
    assertThat(JsonParser.parse("{\"a\": 1").value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [ true , false ,\tnull ] | [true,false,null]
          { "\\u0061" : { } , "b" : [ ] } | {"a":{},"b":[]}
          "\\u00e9 é \\\" \\\\ \\/ \\n\\t" | "é é \\" \\\\ / \\n\\t"
          -0.0e+5 | -0.0e+5
          123456789012345678901234567890 | 123456789012345678901234567890
          \uFEFF"" | ""
          """)
  void readsWhatIsRight(String text, String value) {
    ParsedJson parsed = JsonParser.parse(text);

    assertThat(parsed.value().orElseThrow()).hasToString(value);
    assertThat(parsed.failure()).isEmpty();
    assertThat(parsed.duplicateKeys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,]", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "{a:1}", "{1:1}", "01", "1.", "-", "+1",
            "truth", "nul",
        "'a'", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "\"\\\"", "\"", "NaN", "[", "{", "[}", "1]",
            "\f1"
      })
  void refusesWhatIsNearlyRight(String text) {
    ParsedJson parsed = JsonParser.parse(text);

    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.failure()).isPresent();
  }

  @Test
  void goesAsDeepAndReadsNumbersAsLongAsItsLimitsAllow() {
    var limits = new ReadLimits(1_000, 3, 1_000, 1_000, 5, 1_000);

    assertThat(parsed("[{\"a\":[12345]}]", limits).value()).isPresent();
    assertThat(parsed("[[[[]]]]", limits).failure().orElseThrow().message())
        .isEqualTo("more than 3 arrays and objects stand inside one another");
    assertThat(parsed("[123456]", limits).failure().orElseThrow().message())
        .isEqualTo("a number of 6 characters; 5 are allowed");
  }

  private static ParsedJson parsed(String text, ReadLimits limits) {
    return JsonParser.parse(text.getBytes(StandardCharsets.UTF_8), limits);
  }
}
