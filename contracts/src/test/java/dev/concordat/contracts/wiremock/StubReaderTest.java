package dev.concordat.contracts.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StubReaderTest {
  private static Document document(String text) {
    return new DocumentReader(Path.of("."))
        .parse("wiremock/mappings/stub.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static StubContract read(String text) {
    return StubReader.read(document(text));
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
                   "bodyPatterns": [{"equalToJson": {"a": 1}, "ignoreExtraElements": true},
                                    {"matchesJsonPath": "$.b"}]},
                 "response": {"status": 201, "headers": {"X": ["1", "2"]},
                   "jsonBody": {"amount": 10.10}}}
                """)
            .stubs()
            .getFirst();

    // Then
    assertThat(stub.priority()).isEqualTo(1);
    assertThat(stub.scenario())
        .contains(new Stub.Scenario("paying", Optional.of("Started"), Optional.of("Paid")));
    assertThat(stub.request().method()).isEqualTo("POST");
    assertThat(stub.request().url()).isEqualTo(new UrlPattern(UrlPattern.Kind.PATH, "/charges"));
    assertThat(stub.request().bodyPatterns())
        .extracting(ValuePattern::operator)
        .containsExactly("equalToJson", "matchesJsonPath");
    assertThat(stub.response().headers())
        .containsExactly(new Header("X", "1"), new Header("X", "2"));
    assertThat(stub.response().body())
        .isEqualTo(new StubBody.Inline(Bytes.utf8("{\"amount\":10.10}")));
    assertThat(stub.response().isTemplated()).isFalse();
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
              {"request": {"urlPathTemplate": "/a/{id}"}, "response": {"bodyFileName": "a.json"}}]}
            """);

    // Then
    assertThat(stubs.stubs())
        .extracting(stub -> stub.place().line() + " " + stub.request().url().kind())
        .containsExactly("2 URL_REGEX", "3 ANY", "4 PATH_TEMPLATE");
    assertThat(stubs.stubs().getFirst().response().isTemplated()).isTrue();
    assertThat(stubs.stubs().get(1).response().body())
        .isEqualTo(new StubBody.Inline(Bytes.of(new byte[] {1, 2})));
    assertThat(stubs.stubs().getLast().response().body()).isEqualTo(new StubBody.InFile("a.json"));
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
    void tellsWhatIsWrongAndReadsTheRest() {
      // When
      StubContract stubs =
          read(
              """
              {"mappings": [
                {"request": {"method": "GET", "url": "/a", "headers": {"A": "b"}},
                 "response": {"base64Body": "?"}},
                {"request": {"method": "GET", "queryParameters": {"q": {"equals": "x"}}},
                 "response": {}},
                {"request": {}}]}
              """);

      // Then
      assertThat(stubs.stubs()).hasSize(2);
      assertThat(stubs.problems())
          .extracting(
              problem -> problem.place().line() + " " + problem.rule() + ": " + problem.message())
          .containsExactly(
              "2 stub/bad-pattern: a pattern is an object, this is \"b\"",
              "3 stub/bad-body: the base64Body is not Base64",
              "4 stub/unknown-operator: the pattern {\"equals\":\"x\"} has no operator that is known",
              "6 stub/bad-mapping: the mapping has no request with a method or a url, or no"
                  + " response");
    }
  }
}
