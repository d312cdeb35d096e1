package dev.concordat.contracts.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.mockserver.MockServerReader;
import dev.concordat.contracts.mountebank.MountebankReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.wiremock.WireMockWriter.Mappings;
import dev.concordat.model.place.Place;
import org.junit.jupiter.api.Test;

class WireMockWriterTest {
  private static StubContract read(String text) {
    return WireMockReader.read(Texts.document("mappings.json", text));
  }

  @Test
  void whatIsWrittenReadsAsTheSameStubs() {
    // Given
    StubContract stubs =
        read(
            """
            {"mappings": [
              {"id": "5d1c1f5e-0000-4000-8000-000000000001", "name": "a", "priority": 1,
               "scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "Paid",
               "request": {"scheme": "http", "host": {"equalTo": "a.example"}, "port": 8080,
                 "method": "POST", "urlPathTemplate": "/a/{id}",
                 "pathParameters": {"id": {"matches": "[0-9]+"}},
                 "queryParameters": {"q": {"hasExactly": [{"equalTo": "1"}, {"contains": "2"}]},
                                     "r": {"includes": [{"equalTo": "1"}]}},
                 "headers": {"A": {"equalTo": "x", "caseInsensitive": true},
                             "B": {"absent": true}, "C": {"not": {"absent": true}},
                             "D": {"or": [{"doesNotContain": "x"}, {"doesNotMatch": "y"}]},
                             "E": {"before": "2026-01-01T00:00:00Z", "truncateActual": "d"}},
                 "cookies": {"c": {"and": [{"contains": "x"}, {"anything": "(always)"}]}},
                 "formParameters": {"f": {"equalTo": "x"}},
                 "bodyPatterns": [
                   {"equalToJson": {"a": 10.10}, "ignoreArrayOrder": true,
                    "ignoreExtraElements": true},
                   {"equalToJson": "\\"text\\""},
                   {"matchesJsonPath": "$.a"},
                   {"matchesJsonPath": {"expression": "$.a", "equalTo": "x"}},
                   {"matchesXPath": {"expression": "/a", "contains": "x"}},
                   {"equalToXml": "<a/>"}, {"binaryEqualTo": "AQI="},
                   {"matchesJsonSchema": {"type": "object"}}]},
               "response": {"status": 201, "headers": {"X": ["1", "2"], "Y": "z"},
                 "body": "{{request.path}}", "fixedDelayMilliseconds": 20}},
              {"request": {"urlPattern": "/a.*"}, "response": {"base64Body": "/w=="}},
              {"request": {"urlPathPattern": "/b.*"}, "response": {"bodyFileName": "a.json"}},
              {"request": {"url": "/b?a=1"}, "response": {"fault": "EMPTY_RESPONSE"}},
              {"request": {"urlPath": "/c"}, "response": {"proxyBaseUrl": "http://x.example"}}]}
            """);

    // When
    Mappings written = WireMockWriter.write(stubs.stubs());

    // Then
    StubContract again = read(written.text());
    assertThat(stubs.problems()).isEmpty();
    assertThat(again.problems()).isEmpty();
    assertThat(written.lost()).isEmpty();
    assertThat(again.stubs())
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFieldsOfTypes(Place.class)
        .isEqualTo(stubs.stubs());
  }

  @Test
  void whatMappingsCannotSayIsNamed() {
    // Given
    StubContract imposters =
        MountebankReader.read(
            Texts.document(
                "imposters.json",
                """
                {"protocol": "http", "port": 4545, "stubs": [
                  {"predicates": [{"startsWith": {"path": "/a."}}, {"inject": "x"},
                                  {"or": [{"equals": {"method": "GET"}}]}],
                   "responses": [{"is": {"statusCode": 201}}, {"inject": "y"}]}]}
                """));

    // When
    Mappings written = WireMockWriter.write(imposters.stubs());

    // Then
    assertThat(written.lost())
        .extracting(problem -> problem.place().line() + " " + problem.message())
        .containsExactlyInAnyOrder(
            "2 WireMock mappings cannot say this, it is left out: a script",
            "2 WireMock mappings cannot say this, it is left out: a script",
            "3 WireMock mappings cannot say this, it is left out: alternatives of requests",
            "3 WireMock mappings cannot say this, it is left out: alternatives of requests",
            "4 WireMock mappings cannot say this, it is left out: a response made by a script");
    StubContract again = read(written.text());
    assertThat(again.problems()).isEmpty();
    assertThat(again.stubs())
        .extracting(stub -> stub.title() + " " + stub.scenarios().getFirst().newState())
        .containsExactly(
            "ANY (?i)(?s)/a\\..* Optional[turn 2]", "ANY (?i)(?s)/a\\..* Optional[Started]");
  }

  @Test
  void prioritiesBelowOneAreRaisedAndKeepTheirOrder() {
    // Given
    StubContract expectations =
        MockServerReader.read(
            Texts.document(
                "initializer.json",
                """
                [{"priority": 10, "httpRequest": {"path": "/a"}, "httpResponse": {}},
                 {"httpRequest": {"path": "/b"}, "httpResponse": {}}]
                """));

    // When
    Mappings written = WireMockWriter.write(expectations.stubs());

    // Then
    assertThat(read(written.text()).stubs())
        .extracting(stub -> stub.title() + " " + stub.priority())
        .containsExactly("ANY /a 1", "ANY /b 11");
  }
}
