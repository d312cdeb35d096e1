package dev.concordat.contracts.pact.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PactWriterTest {
  /// One of everything that version 4 has words for.
  private static final String EVERYTHING =
      """
      {"consumer": {"name": "web"}, "provider": {"name": "orders"},
       "interactions": [
        {"type": "Synchronous/HTTP", "key": "k1", "description": "order",
         "providerStates": [{"name": "an order", "params": {"id": 9007199254740993}},
                            {"name": "a user"}],
         "pending": true, "comments": {"text": ["why"], "testname": "T"},
         "interactionMarkup": {"markup": "# x", "markupType": "COMMON_MARK"},
         "transport": "http", "pluginConfiguration": {"csv": {"a": 1.50}},
         "request": {"method": "POST", "path": "/orders/7",
           "query": {"a": ["1", "2"], "b c": ["x&y"]},
           "headers": {"X-Trace": ["a", "b"], "Set-Cookie": ["a=1", "b=2"]},
           "body": {"content": {"price": 10.10, "big": 1e400}, "contentType": "application/json",
                    "encoded": false},
           "matchingRules": {
             "path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/orders/\\\\d+"}]},
             "query": {"a[0]": {"combine": "OR", "matchers": [{"match": "integer"}, {"match": "null"}]}},
             "header": {"X-Trace": {"combine": "AND", "matchers": [{"match": "include", "value": "a"}]}},
             "body": {"$['price of it'].*[*]": {"combine": "AND", "matchers": [
               {"match": "type", "min": 1, "max": 2}, {"match": "date", "format": "yyyy"},
               {"match": "eachKey", "rules": [{"match": "regex", "regex": "a"}]},
               {"match": "arrayContains", "variants": [
                 {"index": 0, "rules": {"$.a": {"combine": "AND", "matchers": [{"match": "semver"}]}}}]},
               {"match": "magic", "power": 3}]}}},
           "generators": {"path": {"type": "ProviderState", "expression": "/orders/${id}"},
             "body": {"$.price": {"type": "RandomDecimal", "digits": 4}}}},
         "response": {"status": 200,
           "matchingRules": {"status": {"combine": "AND", "matchers": [
             {"match": "statusCode", "status": [200, 201]}]}},
           "body": {"content": "AP/+", "contentType": "image/jpeg", "encoded": "base64"}}},
        {"type": "Asynchronous/Messages", "description": "a text",
         "contents": {"content": "12", "contentType": "application/json", "encoded": "JSON"},
         "metadata": {"topic": "t", "n": {"weight": 100.50}}},
        {"type": "Synchronous/Messages", "description": "a call",
         "request": {"contents": {"content": "<a/>", "contentType": "application/xml", "encoded": false}},
         "response": [{"contents": {"content": "", "contentType": "text/plain"}}, {}]},
        {"type": "Carrier/Pigeon", "description": "a letter", "seal": "red"}],
       "metadata": {"pactSpecification": {"version": "4.0"}, "written": {"by": "me"},
         "plugins": [{"name": "csv", "version": "0.0.1", "configuration": {"x": 1}}]}}
      """;

  private static PactContract read(String text) {
    return PactReader.read(
        new DocumentReader(Path.of("."))
            .parse("pacts/p.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsReadAgainIsWhatWasWritten() {
    // Given
    PactContract pact = read(EVERYTHING);

    // When
    PactContract again = read(PactWriter.write(pact).text());

    // Then
    assertThat(WithoutPlaces.of(again)).isEqualTo(WithoutPlaces.of(pact));
    assertThat(PactWriter.write(pact).problems()).isEmpty();
  }

  @Test
  void keepsDigitsAndSpellings() {
    // When
    String text = PactWriter.write(read(EVERYTHING)).text();

    // Then
    assertThat(text)
        .contains("9007199254740993", "10.10", "1e400", "100.50", "\"X-Trace\"", "\"magic\"")
        .contains("$['price of it'].*[*]", "\"seal\": \"red\"");
  }

  @ParameterizedTest
  @EnumSource(PactVersion.class)
  void writesTheSameBytesAgain(PactVersion version) {
    // Given
    String once = PactWriter.write(read(EVERYTHING), version).text();

    // When
    String twice = PactWriter.write(read(once), version).text();

    // Then
    assertThat(twice).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(
      value = PactVersion.class,
      names = {"V1", "V1_1", "V2", "V3"})
  void tellsWhatAVersionHasNoWordsFor(PactVersion version) {
    // When
    WrittenPact written = PactWriter.write(read(EVERYTHING), version);

    // Then
    assertThat(written.problems())
        .extracting(Problem::rule)
        .isNotEmpty()
        .containsOnly("pact/not-in-version");
    assertThat(written.problems())
        .extracting(Problem::message)
        .contains(
            "pact files of version "
                + version.number()
                + " cannot say the message interaction 'a call'");
  }

  @Test
  void writesVersionTwoAsPathsInOneList() {
    // Given
    PactContract pact =
        read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [{"description": "one", "providerState": "s",
               "request": {"method": "GET", "path": "/", "query": "b=%20x&a=1",
                 "headers": {"Accept": "a/b, c/d"},
                 "matchingRules": {"$.headers.Accept": {"match": "regex", "regex": ".*"},
                   "$.query.a": {"match": "type"}, "$.path": {"match": "type"}}},
               "response": {"status": 200, "body": {"a": [1]},
                 "matchingRules": {"$.body.a": {"min": 1}, "$.body": {"match": "type"}}}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}
            """);

    // When
    String text = PactWriter.write(pact).json().toString();

    // Then
    assertThat(text)
        .contains("\"query\":\"b=%20x&a=1\"", "\"Accept\":\"a/b, c/d\"", "\"providerState\":\"s\"")
        .contains("\"$.headers.accept\":{\"match\":\"regex\",\"regex\":\".*\"}")
        .contains("\"$.query.a\":{\"match\":\"type\"}", "\"$.path\":{\"match\":\"type\"}")
        .contains("\"$.body.a\":{\"match\":\"type\",\"min\":1}");
  }

  @Nested
  class Bodies {
    private String body(String type, String content) {
      PactContract pact =
          read(
              """
              {"consumer": {"name": "c"}, "provider": {"name": "p"},
               "interactions": [{"description": "one", "request": {"path": "/"},
                 "response": {"status": 200, "headers": {"Content-Type": "%s"}, "body": %s}}],
               "metadata": {"pactSpecification": {"version": "3.0.0"}}}
              """
                  .formatted(type, content));
      PactContract newest = read(PactWriter.write(pact, PactVersion.V4).text());
      PactContract again = read(PactWriter.write(newest, PactVersion.V3).text());
      assertThat(again.httpInteractions().getFirst().response().body())
          .isEqualTo(pact.httpInteractions().getFirst().response().body());
      return PactWriter.write(pact, PactVersion.V4)
          .json()
          .toString()
          .replaceAll(".*\"body\":(.*)}}],.*", "$1");
    }

    @Test
    void survivesBetweenVersions() {
      assertThat(body("application/json", "{\"a\":1.0}"))
          .isEqualTo("{\"content\":{\"a\":1.0},\"encoded\":false}");
      assertThat(body("application/json", "\"\\\"12\\\"\""))
          .isEqualTo("{\"content\":\"12\",\"encoded\":\"JSON\"}");
      assertThat(body("application/json", "null")).isEqualTo("null");
      assertThat(body("text/plain", "\"[1]\""))
          .isEqualTo("{\"content\":\"[1]\",\"encoded\":false}");
      assertThat(body("application/octet-stream", "\"AP8=\""))
          .isEqualTo("{\"content\":\"AP8=\",\"encoded\":\"base64\"}");
      assertThat(body("application/x-www-form-urlencoded", "\"a=1&b=2\""))
          .isEqualTo("{\"content\":\"a=1&b=2\",\"encoded\":false}");
    }
  }
}
