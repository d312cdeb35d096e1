package dev.concordat.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the Pact specification says about single matchers, beyond the cases that it brings along.
class PactMatchersTest {
  private static PactContract pact(String request, String response) {
    return PactReaderTest.read(
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [{"description": "one", "request": %s, "response": %s}],
         "metadata": {"pactSpecification": {"version": "4.0"}}}
        """
            .formatted(request, response));
  }

  /// What is wrong with a response whose member `a` has a value.
  private static List<Mismatch> responding(String example, String rule, String actual) {
    PactContract pact =
        pact(
            "{\"path\": \"/\"}",
            """
            {"body": {"contentType": "application/json", "content": {"a": %s}},
             "matchingRules": {"body": {"$.a": {"combine": "AND", "matchers": [%s]}}}}
            """
                .formatted(example, rule));
    assertThat(pact.problems()).isEmpty();
    return new PactJudge(pact)
        .judgeResponse(
            pact.httpInteractions().getFirst(),
            new HttpResponseMessage(
                200,
                List.of(new Header("content-type", "application/json;charset=UTF-8")),
                Bytes.utf8("{\"a\": " + actual + "}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"match":"type"}                        | "x"   | "y"
          {"match":"type"}                        | 1     | 2.5
          {"match":"type"}                        | null  | null
          {"match":"type","min":2}                | [1]   | [1,2]
          {"match":"type","max":2}                | [1]   | []
          {"match":"regex","regex":"\\\\d+"}      | 1     | 22
          {"match":"regex","regex":"[a-z]+"}      | true  | false
          {"match":"include","value":"ell"}       | "x"   | "hello"
          {"match":"integer"}                     | 1     | 100000000000000000000
          {"match":"decimal"}                     | 1.0   | 1.50
          {"match":"number"}                      | 1     | 1e3
          {"match":"boolean"}                     | true  | "false"
          {"match":"null"}                        | "x"   | null
          {"match":"date","format":"dd MMM yyyy"} | "x"   | "29 Feb 2024"
          {"match":"time","format":"hh:mm a"}     | "x"   | "01:30 PM"
          {"match":"datetime","format":"yyyy-MM-dd'T'HH:mm:ss.SSSXXX"} | "x" | "2024-02-29T23:59:59.999+01:00"
          {"match":"timestamp","timestamp":"yyyy-MM-dd'T'HH:mm:ssZ"}   | "x" | "2024-02-29T23:59:59+0100"
          {"match":"date","format":"EEEE d. MMMM yyyy"} | "x" | "Thursday 29. February 2024"
          {"match":"values"}                      | {"k":1} | {"other":1}
          {"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]+"}]} | {"k":1} | {"other":1}
          {"match":"eachValue","rules":[{"match":"integer"}]} | {"k":1} | {"p":2,"q":3}
          {"match":"eachValue","rules":[{"match":"integer"}]} | [1]     | [2,3]
          {"match":"notEmpty"}                    | "x"   | "y"
          {"match":"notEmpty"}                    | [1]   | [1]
          {"match":"semver"}                      | "1.0.0" | "1.2.3-rc.1+build.7"
          {"match":"equality"}                    | 1.0   | 1.00
          {"match":"ignore-order"}                | [1,2] | [2,1]
          """)
  void holds(String rule, String example, String actual) {
    assertThat(responding(example, rule, actual)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"match":"type"}                        | "x"   | 1
          {"match":"type"}                        | 1     | "1"
          {"match":"type"}                        | "x"   | null
          {"match":"type","min":2}                | [1]   | [1]
          {"match":"type","max":2}                | [1]   | [1,2,3]
          {"match":"regex","regex":"\\\\d+"}      | 1     | "2x"
          {"match":"include","value":"ell"}       | "x"   | "hall"
          {"match":"integer"}                     | 1     | 1.0
          {"match":"integer"}                     | 1     | "1"
          {"match":"decimal"}                     | 1.0   | 1
          {"match":"number"}                      | 1     | "1"
          {"match":"boolean"}                     | true  | "yes"
          {"match":"null"}                        | "x"   | 0
          {"match":"date","format":"dd MMM yyyy"} | "x"   | "30 Feb 2024"
          {"match":"time","format":"HH:mm"}       | "x"   | "24:01"
          {"match":"datetime","format":"yyyy-MM-dd HH:mm"} | "x" | "2024-02-29"
          {"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]+"}]} | {"k":1} | {"K2":1}
          {"match":"eachValue","rules":[{"match":"integer"}]} | {"k":1} | {"p":"2"}
          {"match":"notEmpty"}                    | "x"   | ""
          {"match":"notEmpty"}                    | [1]   | []
          {"match":"semver"}                      | "1.0.0" | "1.2"
          {"match":"equality"}                    | 1.0   | 1.01
          {"match":"ignore-order"}                | [1,2] | [2,2]
          {"match":"regex","regex":"a.*"},{"match":"include","value":"z"} | "az" | "ab"
          """)
  void failsOnce(String rule, String example, String actual) {
    assertThat(responding(example, rule, actual)).isNotEmpty();
  }

  @Test
  void comparesEverythingOfARequestAtOnce() {
    // Given
    PactContract pact =
        pact(
            """
            {"method": "POST", "path": "/orders/7", "query": {"q": ["1", "2"], "r": ["x"]},
             "headers": {"X-Trace": ["abc"], "Accept": ["a/b"]},
             "body": {"contentType": "application/json", "content": {"a": 1, "b": 2}},
             "matchingRules": {
               "path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/orders/\\\\d+"}]},
               "query": {"q": {"combine": "AND", "matchers": [{"match": "integer"}]}},
               "header": {"x-trace": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[a-c]+"}]}}}}
            """,
            "{}");

    // When
    List<Mismatch> mismatches =
        new PactJudge(pact)
            .judgeRequest(
                pact.httpInteractions().getFirst(),
                new HttpRequestMessage(
                    "PUT",
                    "/orders/x?q=1&q=no&s=3",
                    List.of(
                        new Header("X-TRACE", "xyz"),
                        new Header("Content-Type", "application/json")),
                    Bytes.utf8("{\"a\": \"1\", \"c\": 2}")));

    // Then
    assertThat(mismatches)
        .extracting(found -> found.part().label() + " " + found.path() + " " + found.rule())
        .containsExactlyInAnyOrder(
            "method  equality",
            "path  regex",
            "query q integer",
            "query r equality",
            "query s equality",
            "header X-Trace regex",
            "header Accept equality",
            "body $ equality",
            "body $.a equality");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a xmlns="urn:x"><b>1</b></a>   | <p:a xmlns:p="urn:x"><p:b>1</p:b></p:a> | 0
          <a><b>1</b></a>                 | <a><b><![CDATA[1]]></b></a>             | 0
          <a c="1" d="2"/>                | <a d="2" c="1"/>                        | 0
          <a><b/></a>                     | <a><!-- more --><b/></a>                | 0
          <a xmlns="urn:x"/>              | <a xmlns="urn:y"/>                      | 1
          <a c="1"/>                      | <a c="2"/>                              | 1
          <a><b>1</b><b>2</b></a>         | <a><b>1</b></a>                         | 1
          """)
  void comparesXmlByItsMeaning(String expected, String actual, int count) {
    PactContract pact =
        pact(
            "{\"path\": \"/\"}",
            """
            {"body": {"contentType": "application/xml", "content": "%s"}}
            """
                .formatted(expected.replace("\"", "\\\"")));

    List<Mismatch> mismatches =
        new PactJudge(pact)
            .judgeResponse(
                pact.httpInteractions().getFirst(),
                new HttpResponseMessage(
                    200,
                    List.of(new Header("Content-Type", "application/xml")),
                    Bytes.utf8(actual)));

    assertThat(mismatches).hasSize(count);
  }
}
