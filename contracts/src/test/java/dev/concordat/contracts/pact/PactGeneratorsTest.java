package dev.concordat.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactGenerators.Context;
import dev.concordat.contracts.pact.PactGenerators.Mode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactGeneratorsTest {
  /// A Saturday.
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2000-01-01T10:00:00Z");

  private static final Context CONSUMER =
      new Context(Mode.CONSUMER, Map.of(), Optional.of("http://127.0.0.1:8080"));

  private static ExpectedResponse made(String response, Context context) {
    PactContract pact =
        PactReaderTest.read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [{"description": "one", "request": {"path": "/"}, "response": %s}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """
                .formatted(response));
    return new PactGenerators(7, NOW).apply(pact.httpInteractions().getFirst().response(), context);
  }

  private static String body(String generator, Context context) {
    return made(
            """
            {"status": 200, "body": {"contentType": "application/json", "content": {"a": "x"}},
             "generators": {"body": {"$.a": %s}}}
            """
                .formatted(generator),
            context)
        .body()
        .bytes()
        .utf8();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                              2000-01-01
          now,                             2000-01-01
          yesterday,                       1999-12-31
          + 1 day,                         2000-01-02
          - 2 weeks,                       1999-12-18
          tomorrow+ 4 years,               2004-01-02
          next week,                       2000-01-08
          last month,                      1999-12-01
          next fortnight,                  2000-01-15
          next monday,                     2000-01-03
          last wednesday,                  1999-12-29
          next mon,                        2000-01-03
          last december,                   1999-12-01
          next jan,                        2001-01-01
          next june + 2 weeks,             2000-06-15
          last mon + 2 weeks,              2000-01-10
          + 1 day - 2 weeks,               1999-12-19
          last december + 2 weeks + 4 days,1999-12-19
          """)
  void makesDatesByExpression(String expression, String date) {
    String body = body("{\"type\": \"Date\", \"expression\": \"" + expression + "\"}", CONSUMER);

    assertThat(body).isEqualTo("{\"a\":\"" + date + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          @ now,                 2000-01-01 10:00
          @ midnight,            2000-01-01 00:00
          @ noon,                2000-01-01 12:00
          @ 2 o'clock,           2000-01-01 14:00
          @ 1 o'clock pm,        2000-01-01 13:00
          @ + 1 hour,            2000-01-01 11:00
          @ - 2 minutes,         2000-01-01 09:58
          tomorrow @ next hour,  2000-01-02 11:00
          + 4 weeks @ + 4 hours, 2000-01-29 14:00
          next week @ noon + 1 minute, 2000-01-08 12:01
          """)
  void makesMomentsByExpression(String expression, String moment) {
    String body =
        body(
            "{\"type\": \"DateTime\", \"format\": \"yyyy-MM-dd HH:mm\", \"expression\": \""
                + expression
                + "\"}",
            CONSUMER);

    assertThat(body).isEqualTo("{\"a\":\"" + moment + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"someday", "+ 1 parsec", "next", "+ 1", "tomorrow 3"})
  void leavesTheExampleWhereAnExpressionIsNone(String expression) {
    assertThat(body("{\"type\": \"Date\", \"expression\": \"" + expression + "\"}", CONSUMER))
        .isEqualTo("{\"a\":\"x\"}");
  }

  @Test
  void putsItsOwnAddressIntoLinks() {
    String generator =
        """
        {"type": "MockServerURL", "example": "http://old:1/base/orders/7",
         "regex": ".*(\\\\/orders\\\\/\\\\d+)$"}
        """;

    assertThat(body(generator, CONSUMER)).isEqualTo("{\"a\":\"http://127.0.0.1:8080/orders/7\"}");
  }

  @Test
  void takesValuesFromProviderStates() {
    // Given
    Map<String, dev.concordat.model.json.JsonValue> values =
        Map.of("id", new JsonNumber("9007199254740993"), "name", new JsonString("Zoë"));
    Context context = new Context(Mode.PROVIDER, values, Optional.empty());

    // When
    String whole = body("{\"type\": \"ProviderState\", \"expression\": \"${id}\"}", context);
    String text =
        body("{\"type\": \"ProviderState\", \"expression\": \"/${name}/${id}\"}", context);

    // Then
    assertThat(whole).isEqualTo("{\"a\":9007199254740993}");
    assertThat(text).isEqualTo("{\"a\":\"/Zoë/9007199254740993\"}");
  }

  @Test
  void makesFieldsOfForms() {
    ExpectedResponse made =
        made(
            """
            {"status": 200, "body": {"contentType": "application/x-www-form-urlencoded",
               "content": "a=1&b=2"},
             "generators": {"body": {"$.b": {"type": "Regex", "regex": "x y"}}}}
            """,
            CONSUMER);

    assertThat(made.body().bytes().utf8()).isEqualTo("a=1&b=x%20y");
  }

  @Test
  void makesValuesInVariantsOfLists() {
    ExpectedResponse made =
        made(
            """
            {"status": 200, "body": {"contentType": "application/json",
               "content": {"actions": [{"href": "x"}, {"href": "y"}]}},
             "matchingRules": {"body": {"$.actions": {"combine": "AND", "matchers": [
               {"match": "arrayContains", "variants": [{"index": 1, "rules": {},
                 "generators": {"$.href": {"type": "Regex", "regex": "made"}}}]}]}}}}
            """,
            CONSUMER);

    assertThat(made.body().bytes().utf8())
        .isEqualTo("{\"actions\":[{\"href\":\"x\"},{\"href\":\"made\"}]}");
  }
}
