package dev.concordat.contracts.hoverfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.Texts;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HoverflyReaderTest {
  private static Document document(String text) {
    return Texts.document("simulation.json", text);
  }

  @Test
  void readsPairsWithAllTheirMatchers() {
    // Given
    Document document =
        document(
            """
            {"data": {"pairs": [
              {"request": {
                 "scheme": [{"matcher": "exact", "value": "http"}],
                 "destination": [{"matcher": "glob", "value": "*.shop.example"}],
                 "method": [{"matcher": "regex", "value": "PUT|POST"}],
                 "path": [{"matcher": "exact", "value": "/orders"}],
                 "query": {"page": [{"matcher": "negate", "value": "0"}]},
                 "headers": {"Accept": [{"matcher": "array", "value": ["a", "b"],
                                         "config": {"ignoreUnknown": true}}]},
                 "body": [
                   {"matcher": "json", "value": "{\\"a\\": 10.10}"},
                   {"matcher": "jsonPartial", "value": {"b": 1}},
                   {"matcher": "jsonpath", "value": "$.c",
                    "doMatch": {"matcher": "exact", "value": "x"}},
                   {"matcher": "xpath", "value": "/a"},
                   {"matcher": "form", "value": {"f": [{"matcher": "exact", "value": "1"}]}},
                   {"matcher": "jwt", "value": "{}"}],
                 "requiresState": {"paid": "no"}},
               "response": {"status": 201, "body": "AQI=", "encodedBody": true,
                 "headers": {"X": ["1", "2"]}, "templated": false, "fixedDelay": 30,
                 "transitionsState": {"paid": "yes"}, "removesState": ["cart"]},
               "labels": ["a charge"]},
              {"request": {},
               "response": {"status": 200, "bodyFile": "a.json", "templated": true}}],
             "globalActions": {"delays": []}},
             "meta": {"schemaVersion": "v5.3", "hoverflyVersion": "v1.10.0"}}
            """);

    // When
    var simulation = (StubContract) new ContractReader(Path.of(".")).read(document);

    // Then
    assertThat(simulation.kind()).isEqualTo(ContractKind.HOVERFLY);
    assertThat(simulation.problems()).isEmpty();
    Stub stub = simulation.stubs().getFirst();
    assertThat(stub.title()).isEqualTo("a charge");
    assertThat(Texts.shown(stub.request()))
        .containsExactly(
            "SCHEME http",
            "HOST *.shop.example",
            "METHOD PUT|POST",
            "PATH /orders",
            "BODY Json[expected={\"a\":10.10}, ignoresOrder=false, ignoresExtra=false]",
            "BODY Json[expected={\"b\":1}, ignoresOrder=true, ignoresExtra=true]",
            "BODY JsonPath[expression=$.c, found=Optional[x]]",
            "BODY XPath[expression=/a, found=Optional.empty]",
            "FORM_FIELD f 1",
            "BODY Other[operator=jwt, written={\"matcher\":\"jwt\",\"value\":\"{}\"}]",
            "QUERY_PARAMETER page Not[pattern=0]",
            "HEADER Accept Several[isExact=false, patterns=[a, b]]");
    assertThat(stub.scenarios())
        .containsExactly(
            new Stub.Scenario("paid", Optional.of("no"), Optional.of("yes")),
            new Stub.Scenario("cart", Optional.empty(), Optional.of("")));
    var response = (StubResponse.Stated) stub.responses().getFirst();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.body()).isEqualTo(new StubBody.Inline(Bytes.of(new byte[] {1, 2})));
    assertThat(response.headers()).containsExactly(new Header("X", "1"), new Header("X", "2"));
    assertThat(response.delay()).contains(Duration.ofMillis(30));
    var templated = (StubResponse.Stated) simulation.stubs().getLast().responses().getFirst();
    assertThat(templated.isTemplated()).isTrue();
    assertThat(templated.body()).isEqualTo(new StubBody.InFile("a.json"));
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              {"data": {"pairs": [
                {"request": {"path": [{"matcher": "globb", "value": "/a"}, {"matcher": "exact"}],
                             "method": "GET",
                             "body": [{"matcher": "regex", "value": "("},
                                      {"matcher": "json", "value": "{"}, "x"]},
                 "response": {"status": "OK", "encodedBody": true, "body": "?", "statuss": 1}},
                {"request": {}}]},
               "meta": {"schemaVersion": "v3"}}
              """);

      // When
      StubContract simulation = HoverflyReader.read(document);

      // Then
      assertThat(simulation.stubs()).hasSize(1);
      Golden.assertProblems(getClass(), "problems.golden", document, simulation.problems());
    }
  }
}
