package dev.concordat.contracts.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WireMockReaderTest {
  private static Document document(String text) {
    return Texts.document("wiremock/mappings/stub.json", text);
  }

  private static StubContract read(String text) {
    return WireMockReader.read(document(text));
  }

  @Test
  void readsASingleStubWithAllItsPatterns() {
    // When
    Stub stub =
        read("""
                {"id": "5d1c1f5e-0000-4000-8000-000000000001", "name": "a charge", "priority": 1,
                 "scenarioName": "paying", "requiredScenarioState": "Started",
                 "newScenarioState": "Paid",
                 "request": {"method": "post", "urlPath": "/charges",
                   "queryParameters": {"dry": {"equalTo": "true"}},
                   "headers": {"Accept": {"contains": "json"}},
                   "bodyPatterns": [{"equalToJson": "{\\"a\\": 1}", "ignoreExtraElements": true},
                                    {"matchesJsonPath": {"expression": "$.b", "equalTo": "x"}}]},
                 "response": {"status": 201, "headers": {"X": ["1", "2"]},
                   "fixedDelayMilliseconds": 20, "jsonBody": {"amount": 10.10}}}
                """)
            .stubs()
            .getFirst();

    // Then
    assertThat(stub.priority()).isEqualTo(1);
    assertThat(stub.scenarios())
        .containsExactly(new Stub.Scenario("paying", Optional.of("Started"), Optional.of("Paid")));
    assertThat(stub.request().onlyMethod()).contains("POST");
    assertThat(stub.request().onlyPath()).contains("/charges");
    assertThat(stub.request().on(RequestPart.QUERY_PARAMETER))
        .extracting(RequestCondition.On::name)
        .containsExactly("dry");
    assertThat(stub.request().on(RequestPart.BODY))
        .extracting(on -> on.pattern().toString())
        .containsExactly(
            "Json[expected={\"a\":1}, ignoresOrder=false, ignoresExtra=true]",
            "JsonPath[expression=$.b, found=Optional[x]]");
    var response = (StubResponse.Stated) stub.responses().getFirst();
    assertThat(response.headers()).containsExactly(new Header("X", "1"), new Header("X", "2"));
    assertThat(response.body()).isEqualTo(new StubBody.Inline(Bytes.utf8("{\"amount\":10.10}")));
    assertThat(response.delay()).contains(Duration.ofMillis(20));
    assertThat(response.isTemplated()).isFalse();
  }

  @Test
  void readsAListOfStubsWithTheirPlaces() {
    // When
    StubContract stubs =
        read(
            """
            {"mappings": [
              {"request": {"urlPattern": "/a.*"}, "response": {"body": "{{request.url}}"}},
              {"request": {"method": "GET"}, "response": {"base64Body": "AQI="}},
              {"request": {"urlPathTemplate": "/a/{id}"}, "response": {"bodyFileName": "a.json"}},
              {"request": {"url": "/b"}, "response": {"fault": "EMPTY_RESPONSE"}},
              {"request": {"method": "ANY"}, "response": {"proxyBaseUrl": "http://x.example"}}]}
            """);

    // Then
    assertThat(stubs.problems()).isEmpty();
    assertThat(stubs.stubs())
        .extracting(stub -> stub.place().line() + " " + stub.title())
        .containsExactly("2 ANY /a.*", "3 GET", "4 ANY /a/{id}", "5 ANY /b", "6 ANY");
    assertThat(stubs.stubs())
        .extracting(stub -> stub.response().orElseThrow().getClass().getSimpleName())
        .containsExactly("Stated", "Stated", "Stated", "Broken", "Proxied");
    var first = (StubResponse.Stated) stubs.stubs().getFirst().responses().getFirst();
    assertThat(first.isTemplated()).isTrue();
  }

  @Test
  void isFoundByItsContent() {
    // When
    Optional<ContractKind> kind =
        ContractReader.detect(
            document("{\"request\": {\"url\": \"/a\"}, \"response\": {\"status\": 200}}"));

    // Then
    assertThat(kind).contains(ContractKind.WIREMOCK);
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              {"mappings": [
                {"request": {"method": "GET", "url": "/a", "headers": {"A": "b"}},
                 "response": {"base64Body": "?"}},
                {"request": {"method": "GET", "queryParameters": {"q": {"equals": "x"}}},
                 "response": {"statis": 200, "status": "many"}},
                {"request": {"urlPattern": "/a(", "urlPath": "/a",
                  "bodyPatterns": [{"equalToJson": "{a}"}, {"equalToJson": {}}]},
                 "response": {"headers": []}},
                {"request": {}}]}
              """);

      // When
      StubContract stubs = WireMockReader.read(document);

      // Then
      assertThat(stubs.stubs()).hasSize(3);
      assertThat(stubs.stubs().getLast().request().on(RequestPart.BODY))
          .extracting(RequestCondition.On::pattern)
          .allMatch(ValuePattern.Json.class::isInstance)
          .hasSize(1);
      Golden.assertProblems(getClass(), "problems.golden", document, stubs.problems());
    }
  }
}
