package dev.concordat.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PactJudgeTest {
  private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

  private static PactContract responding(String response) {
    return PactReaderTest.read(
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [{"description": "one", "request": {"method": "GET", "path": "/"},
           "response": %s}],
         "metadata": {"pactSpecification": {"version": "4.0"}}}
        """
            .formatted(response));
  }

  private static List<String> judged(String response, String body) {
    PactContract pact = responding(response);
    HttpInteraction only = pact.httpInteractions().getFirst();
    return new PactJudge(pact)
        .judgeResponse(only, new HttpResponseMessage(200, JSON, Bytes.utf8(body))).stream()
            .map(PactJudgeTest::told)
            .toList();
  }

  private static String told(Mismatch mismatch) {
    return "%s %s (%s) %s @%d"
        .formatted(
            mismatch.part().label(),
            mismatch.path(),
            mismatch.rule(),
            mismatch.message(),
            mismatch.place().line());
  }

  private static HttpRequestMessage get(String target) {
    return new HttpRequestMessage("GET", target, List.of(), Bytes.EMPTY);
  }

  @Test
  void reportsEveryMismatchAtOnceWithItsPlace() {
    // Given
    PactContract pact =
        responding(
            """
            {"status": 200,
             "headers": {"X-Total": ["2"]},
             "body": {"contentType": "application/json", "content": {
               "items": [{"sku": "A1",
                          "price": 10.10}],
               "state": "NEW"}},
             "matchingRules": {"body": {
               "$.items": {"matchers": [{"match": "type", "min": 1}]},
               "$.items[*].sku": {"matchers": [{"match": "regex", "regex": "[A-Z]\\\\d"}]}}}}
            """);

    // When
    List<Mismatch> mismatches =
        new PactJudge(pact)
            .judgeResponse(
                pact.httpInteractions().getFirst(),
                new HttpResponseMessage(
                    500,
                    List.of(
                        new Header("content-type", "application/json"), new Header("x-total", "3")),
                    Bytes.utf8(
                        """
                        {"items": [{"sku": "A1", "price": "10.10"}, {"sku": "a-1", "price": 1}]}
                        """)));

    // Then
    assertThat(mismatches)
        .extracting(PactJudgeTest::told)
        .containsExactly(
            "status  (equality) expected 200 but was 500 @3",
            "header X-Total (equality) Expected header 'X-Total' to have value '2' but was '3' @4",
            "body $.state (equality) Actual map is missing the following keys: state @8",
            "body $.items[0].price (type) Expected '10.10' (String) to be the same type as 10.10"
                + " (Decimal) @7",
            "body $.items[1].sku (regex) Expected 'a-1' to match '[A-Z]\\d' @6");
  }

  @Test
  void comparesNumbersByTheirDigits() {
    // When
    List<String> mismatches =
        judged(
            """
            {"body": {"contentType": "application/json",
              "content": {"id": 9007199254740993, "price": 10.10, "big": 1e400}}}
            """,
            """
            {"id": 9007199254740992, "price": 10.1, "big": 1e400}
            """);

    // Then
    assertThat(mismatches)
        .containsExactly(
            "body $.id (equality) Expected 9007199254740992 (Integer) to be equal to"
                + " 9007199254740993 (Integer) @4");
  }

  @Test
  void letsOneOfSeveralAlternativesHold() {
    // Given
    String response =
        """
        {"body": {"contentType": "application/json", "content": {"a": "x", "b": {"c": 1}}},
         "matchingRules": {"body": {
           "$.a": {"combine": "OR", "matchers": [{"match": "null"}, {"match": "date"}]},
           "$.b": {"combine": "OR", "matchers": [{"match": "null"}, {"match": "type"}]}}}}
        """;

    // When
    List<String> fine = judged(response, "{\"a\": \"2024-02-29\", \"b\": null}");
    List<String> wrong = judged(response, "{\"a\": \"2023-02-29\", \"b\": 5}");

    // Then
    assertThat(fine).isEmpty();
    assertThat(wrong)
        .containsExactly(
            "body $.a (null) Expected '2023-02-29' (String) to be a null value @3",
            "body $.a (date) Expected '2023-02-29' to match a date pattern of 'yyyy-MM-dd' @3",
            "body $.b (type) Type mismatch: Expected 5 (Integer) to be the same type as {\"c\":1}"
                + " (Object) @3");
  }

  @Test
  void stopsAPatternThatWouldRunForever() {
    // When
    List<String> mismatches =
        judged(
            """
            {"body": {"contentType": "application/json", "content": {"a": "x"}},
             "matchingRules": {"body": {"$.a": {"matchers": [
               {"match": "regex", "regex": "(?=(a+)+$)(a+)+b"}]}}}}
            """,
            "{\"a\": \"" + "a".repeat(2_000) + "!\"}");

    // Then
    assertThat(mismatches).hasSize(1).first().asString().contains("(regex)");
  }

  @Test
  void matchesItemsInAnyOrder() {
    // Given
    String response =
        """
        {"body": {"contentType": "application/json", "content": [1, 2, 2]},
         "matchingRules": {"body": {"$": {"matchers": [{"match": "ignore-order"}]}}}}
        """;

    // When
    List<String> shuffled = judged(response, "[2, 1, 2]");
    List<String> other = judged(response, "[2, 1, 1]");

    // Then
    assertThat(shuffled).isEmpty();
    assertThat(other).hasSize(1);
  }

  @Test
  void findsTheInteractionOfARequest() {
    // Given
    PactContract pact =
        PactReaderTest.read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [
               {"description": "all", "request": {"method": "GET", "path": "/orders"},
                "response": {"status": 200}},
               {"description": "some", "request": {"method": "GET", "path": "/orders",
                "query": {"state": ["NEW"]}}, "response": {"status": 200}},
               {"description": "odd", "request": {"method": "GET", "path": "/a b"},
                "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """);
    var judge = new PactJudge(pact);

    // When
    var found =
        List.of("/orders?state=NEW", "/orders", "/a%20b", "/nothing").stream()
            .map(
                target ->
                    judge.matching(get(target)).map(PactInteraction::description).orElse("none"))
            .toList();

    // Then
    assertThat(found).containsExactly("some", "all", "odd", "none");
  }

  @Test
  void namesTheNearestInteractionAndWhyItIsNotTheOne() {
    // Given
    PactContract pact =
        PactReaderTest.read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [
               {"description": "other", "request": {"method": "POST", "path": "/orders"},
                "response": {"status": 200}},
               {"description": "some", "request": {"method": "GET", "path": "/orders",
                "query": {"state": ["NEW"]}}, "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """);

    // When
    PactJudge.NearMiss nearest =
        new PactJudge(pact).nearest(get("/orders?state=OLD")).orElseThrow();

    // Then
    assertThat(nearest.interaction().description()).isEqualTo("some");
    assertThat(nearest.mismatches())
        .extracting(PactJudgeTest::told)
        .containsExactly(
            "query state (equality) Expected query parameter 'state' with value 'NEW' but was"
                + " 'OLD' @6");
  }

  @Test
  void tellsWhichNeedAnObservedAnswerDidNotMeet() {
    // Given
    PactContract pact =
        PactReaderTest.read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [
               {"description": "an order", "request": {"method": "GET", "path": "/orders/7"},
                "response": {"status": 200, "headers": {"ETag": "x1"},
                             "body": {"id": 7, "lines": [{"sku": "A1"}]}}},
               {"description": "no order", "request": {"method": "GET", "path": "/orders/7"},
                "response": {"status": 404, "body": {"title": "none"}}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """);
    var judge = new PactJudge(pact);
    List<Header> headers =
        List.of(new Header("Content-Type", "application/json"), new Header("ETag", "y9"));

    // When
    var told =
        List.of(
                "200 {\"id\": 8, \"lines\": [{\"sku\": \"B\"}, {\"sku\": \"C\"}]}",
                "200 {\"id\": \"8\", \"lines\": [{\"sku\": \"B\"}, {}]}",
                "404 {\"title\": \"gone\"}",
                "503 {}")
            .stream()
            .map(
                answer ->
                    judge
                        .unmet(
                            get("/orders/7"),
                            new HttpResponseMessage(
                                Integer.parseInt(answer.substring(0, 3)),
                                headers,
                                Bytes.utf8(answer.substring(4))))
                        .map(miss -> miss.mismatches().stream().map(PactJudgeTest::told).toList())
                        .orElse(List.of()))
            .toList();

    // Then
    assertThat(told)
        .containsExactly(
            List.of(),
            List.of(
                "body $.id (type) Expected '8' (String) to be the same type as 7 (Integer) @5",
                "body $.lines[1].sku (equality) Actual map is missing the following keys: sku @5"),
            List.of(),
            List.of());
  }

  @Nested
  class Untrusted {
    @Test
    void refusesEntitiesInXml() {
      // Given
      PactContract pact =
          responding(
              """
              {"headers": {"Content-Type": ["application/xml"]},
               "body": {"contentType": "application/xml", "content": "<a>x</a>"}}
              """);

      // When
      List<Mismatch> mismatches =
          new PactJudge(pact)
              .judgeResponse(
                  pact.httpInteractions().getFirst(),
                  new HttpResponseMessage(
                      200,
                      List.of(new Header("Content-Type", "application/xml")),
                      Bytes.utf8(
                          "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")));

      // Then
      assertThat(mismatches)
          .singleElement()
          .extracting(Mismatch::message)
          .asString()
          .contains("document type declarations are not read");
    }
  }
}
