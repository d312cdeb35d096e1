package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
