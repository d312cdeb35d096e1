package dev.concordat.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "||, \"\"",
        "plain, \"plain\"",
        "Zoë 😀, \"Zoë 😀\"",
        "a\"b, \"a\\\"b\"",
        "\\, \"\\\\\"",
        "|\ta\n\rb|, \"\\ta\\n\\rb\"",
        "|\u0000x\u001f|, \"\\u0000x\\u001f\"",
        "|a\ud83d|, \"a\\ud83d\"",
        "|\ude00b|, \"\\ude00b\"",
        "|\ud83d😀\ude00|, \"\\ud83d😀\\ude00\"",
      })
  void textIsQuotedWithWhatNeedsItEscaped(String text, String quoted) {
    assertThat(JsonText.compact(new JsonString(text))).isEqualTo(quoted);
  }
}
