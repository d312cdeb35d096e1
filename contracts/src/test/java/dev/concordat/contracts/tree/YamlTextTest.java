package dev.concordat.contracts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  @Test
  void writesBlocksThatPeopleRead() {
    // Given
    JsonValue value =
        JsonObject.EMPTY
            .with("title", text("Orders of Zoë 😀"))
            .with("description", text("first line\nsecond: line\n"))
            .with("version", text("1.0"))
            .with("$ref", text("#/components/schemas/A"))
            .with("200", JsonObject.EMPTY)
            .with("sizes", JsonArray.of(JsonNumber.of(1), new JsonNumber("1e400"), JsonNull.NULL))
            .with("yes", JsonArray.of(text("no"), JsonBoolean.of(false)))
            .with("none", JsonArray.of());

    // When
    String yaml = YamlText.of(value);

    // Then
    assertThat(yaml)
        .isEqualTo(
            """
            title: Orders of Zoë 😀
            description: |
              first line
              second: line
            version: '1.0'
            $ref: '#/components/schemas/A'
            '200': {}
            sizes:
            - 1
            - 1e400
            - null
            'yes':
            - 'no'
            - false
            none: []
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "ON",
        "y",
        "null",
        "~",
        "true",
        "1e3",
        "0x1F",
        "0o17",
        "017",
        "1_000",
        "+1",
        "-.5",
        ".inf",
        ".NaN",
        "12:30:45",
        "2024-02-29",
        "2024-02-29T10:00:00Z",
        "1.0",
        "<<",
        "=",
        "--- a",
        "..."
      })
  void quotesWhatSomeReaderOfYamlTakesForNoText(String word) {
    // When
    String yaml = YamlText.of(JsonArray.of(text(word)));

    // Then
    assertThat(yaml).isEqualTo("- '" + word + "'\n");
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        " ",
        " leading",
        "trailing ",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "? a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a}",
        "'a'",
        "\"a\"",
        "a\\b",
        "a\tb",
        "\ta",
        "\n",
        "\n\n",
        "a\n",
        "a\n\n\n",
        "\na",
        " a\n b",
        "a \nb",
        "a\nb ",
        "a\r\nb",
        "a\rb",
        "a\n\tb",
        "a: b\n- c\n",
        "\u0000\u0007\u001b",
        "\u0085\u2028\u2029\ufeff",
        "\ud800",
        "a\ud83d",
        "Zoë 😀 日本",
        "x".repeat(3_000),
        "word ".repeat(1_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsBackEveryText(String text) {
    // Given
    JsonValue value =
        JsonObject.EMPTY
            .with("value", text(text))
            .with("inList", JsonArray.of(text(text), JsonArray.of(text(text))))
            .with(text.length() > 1_000 ? "long" : text, JsonNumber.of(1));

    // When
    Document read =
        new DocumentReader(Path.of(""))
            .parse("a.yaml", YamlText.of(value).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(read.problems()).isEmpty();
    assertThat(read.root().toJson()).isEqualTo(value);
  }

  private static JsonString text(String text) {
    return new JsonString(text);
  }
}
