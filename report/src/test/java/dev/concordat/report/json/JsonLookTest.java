package dev.concordat.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonLookTest {
  @Test
  void changesNothingButWhiteSpace() {
    String text = JsonLook.indent("{\"a\":10.10,\"b\":[1,{}],\"a\":\"x,\\\"{\"}");

    assertThat(text)
        .isEqualTo(
            """
            {
              "a": 10.10,
              "b": [
                1,
                {}
              ],
              "a": "x,\\"{"
            }\
            """);
  }

  @Test
  void leavesBrokenAndOtherTextAlone() {
    assertThat(JsonLook.indent("{\"a\": 1")).isEqualTo("{\"a\": 1");
    assertThat(JsonLook.indent("<html>")).isEqualTo("<html>");
  }
}
