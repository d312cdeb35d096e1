package dev.concordat.contracts.mountebank;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MountebankReaderTest {
  private static Document document(String text) {
    return Texts.document("imposters.json", text);
  }

  @Test
  void readsImpostersWithAllTheirPredicates() {
    // Given
    Document document =
        document(
            """
            {"imposters": [{"port": 4545, "protocol": "http", "name": "payments",
              "defaultResponse": {"statusCode": 404, "headers": {"X": "d"}},
              "stubs": [
                {"predicates": [
                   {"equals": {"method": "POST", "path": "/charges",
                               "query": {"dry": true}, "body": {"a": 1}}},
                   {"deepEquals": {"query": {"dry": "true"}}, "caseSensitive": true},
                   {"contains": {"headers": {"Accept": "json"}}},
                   {"matches": {"body": "^a.*$"}, "except": "^x"},
                   {"equals": {"body": "EUR"}, "jsonpath": {"selector": "$.currency"}},
                   {"exists": {"body": true, "query": {"q": false}}},
                   {"or": [{"startsWith": {"path": "/a"}}, {"endsWith": {"path": "b"}}]},
                   {"not": {"equals": {"requestFrom": "127.0.0.1"}}},
                   {"and": [{"equals": {"form": {"f": "1"}}}]},
                   {"inject": "() => true"}],
                 "responses": [
                   {"is": {"statusCode": "201", "headers": {"Y": ["1", "2"]}, "body": {"a": 10.10}},
                    "behaviors": [{"wait": 500}]},
                   {"is": {"body": "AQI=", "_mode": "binary"},
                    "_behaviors": {"decorate": "x => x"}},
                   {"proxy": {"to": "http://payments.example"}},
                   {"inject": "() => ({})"},
                   {"fault": "CONNECTION_RESET_BY_PEER"}]},
                {}]}]}
            """);

    // When
    var imposters = (StubContract) new ContractReader(Path.of(".")).read(document);

    // Then
    assertThat(imposters.kind()).isEqualTo(ContractKind.MOUNTEBANK);
    assertThat(imposters.problems()).isEmpty();
    Stub stub = imposters.stubs().getFirst();
    assertThat(Texts.shown(stub.request()))
        .containsExactly(
            "SCHEME http",
            "PORT 4545",
            "METHOD POST",
            "PATH /charges",
            "QUERY_PARAMETER dry true",
            "BODY Json[expected={\"a\":1}, ignoresOrder=true, ignoresExtra=true]",
            "QUERY_PARAMETER dry true",
            "unjudged no other query",
            "HEADER Accept json",
            "BODY Other[operator=matches, written={\"matches\":{\"body\":\"^a.*$\"},"
                + "\"except\":\"^x\"}]",
            "BODY JsonPath[expression=$.currency, found=Optional[EUR]]",
            "BODY Presence[isPresent=true]",
            "QUERY_PARAMETER q Presence[isPresent=false]",
            "any of [[PATH /a], [PATH b]]",
            "not [CLIENT_ADDRESS 127.0.0.1]",
            "FORM_FIELD f 1",
            "unjudged a script");
    assertThat(stub.responses())
        .extracting(response -> response.getClass().getSimpleName())
        .containsExactly("Stated", "Stated", "Proxied", "Computed", "Broken");
    var first = (StubResponse.Stated) stub.responses().getFirst();
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body()).isEqualTo(new StubBody.Inline(Bytes.utf8("{\"a\":10.10}")));
    assertThat(first.headers()).containsExactly(new Header("Y", "1"), new Header("Y", "2"));
    assertThat(first.delay()).contains(Duration.ofMillis(500));
    var second = (StubResponse.Stated) stub.responses().get(1);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.isTemplated()).isTrue();
    var standard = (StubResponse.Stated) imposters.stubs().getLast().responses().getFirst();
    assertThat(standard.status()).isEqualTo(404);
    assertThat(standard.headers()).containsExactly(new Header("X", "d"));
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              {"imposters": [
                {"protocol": "tcp", "stubs": []},
                {"protocol": "http", "stub": [], "stubs": [
                  {"predicates": [{"equal": {"path": "/a"}}, {"equals": {"pathh": "/a"}},
                                  {"matches": {"path": "("}}, "x"],
                   "responses": [{"is": {"statusCode": "OK", "status": 1}}, {"when": 1}]}]}]}
              """);

      // When
      StubContract imposters = MountebankReader.read(document);

      // Then
      assertThat(imposters.stubs()).hasSize(1);
      assertThat(imposters.stubs().getFirst().responses()).hasSize(1);
      Golden.assertProblems(getClass(), "problems.golden", document, imposters.problems());
    }
  }
}
