package dev.concordat.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
  private static MediaType of(String text) {
    return MediaType.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 'Application/JSON; charset=utf-8', true",
    "application/*, application/json, true",
    "*/*, text/plain, true",
    "application/*+json, application/problem+json, true",
    "application/*+json, application/json, false",
    "application/json, application/problem+json, false",
    "text/*, application/json, false",
  })
  void aRangeIncludesItsTypes(String documented, String actual, boolean includes) {
    assertThat(of(documented).includes(of(actual))).isEqualTo(includes);
  }

  @Test
  void readsParametersAndQuotes() {
    assertThat(of("text/plain; Charset=\"utf-8\"; a=\"x;\\\"y\"").parameters())
        .containsEntry("charset", "utf-8")
        .containsEntry("a", "x;\"y");
  }

  @ParameterizedTest
  @CsvSource({"json", "/json", "text/", "''", "a b/c"})
  void whatIsNoMediaTypeIsNone(String text) {
    assertThat(MediaType.parse(text)).isEmpty();
  }
}
