package dev.concordat.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.tree.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  @Test
  void theEntryThatIsMeantDoesNotDependOnTheOrder() {
    List<MediaTypeSpec> documented =
        Stream.of("application/json; charset=utf-8", "application/json", "application/*")
            .map(MediaTypeTest::spec)
            .toList();

    for (List<MediaTypeSpec> order : List.of(documented, documented.reversed())) {
      assertThat(MediaType.choose(order, of("application/json")).map(MediaTypeSpec::mediaType))
          .contains(of("application/json"));
      assertThat(
              MediaType.choose(order, of("application/json; charset=utf-8"))
                  .map(MediaTypeSpec::mediaType))
          .contains(of("application/json; charset=utf-8"));
    }
  }

  private static MediaTypeSpec spec(String type) {
    return new MediaTypeSpec(
        of(type),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Encodings.NONE,
        new Documents(Path.of("")).parse("a.json", "{}".getBytes(StandardCharsets.UTF_8)).root());
  }

  @ParameterizedTest
  @CsvSource({"json", "/json", "text/", "''", "a b/c"})
  void whatIsNoMediaTypeIsNone(String text) {
    assertThat(MediaType.parse(text)).isEmpty();
  }
}
