package dev.concordat.contracts.mockserver;

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

class MockServerReaderTest {
  private static Document document(String text) {
    return Texts.document("initializer.json", text);
  }

  @Test
  void readsExpectationsWithAllTheirMatchers() {
    // Given
    Document document =
        document(
            """
            [{"id": "charge", "priority": 10,
              "httpRequest": {"method": "!GET", "path": "/charges/.*", "secure": true,
                "queryStringParameters": {"dry": ["true"], "?page": ["[0-9]+"]},
                "headers": [{"name": "Accept", "values": ["a", "b"]}, {"name": "!X-No"}],
                "cookies": {"session": {"schema": {"type": "string"}}},
                "body": {"type": "JSON", "json": "{\\"a\\": 10.10}", "matchType": "STRICT"}},
              "httpResponse": {"statusCode": 201, "headers": {"X": ["1", "2"]},
                "cookies": {"s": "1"},
                "body": {"type": "JSON", "json": "{\\"id\\": 1}", "contentType": "application/json"},
                "delay": {"timeUnit": "SECONDS", "value": 2}},
              "times": {"unlimited": true}, "timeToLive": {"unlimited": true}},
             {"httpRequest": {"path": "/orders/{id}", "pathParameters": {"id": ["[0-9]+"]},
                "body": {"not": true, "type": "STRING", "string": "x", "subString": true}},
              "httpResponseTemplate": {"template": "…", "templateType": "VELOCITY"}},
             {"httpRequest": {"not": true, "path": "/c",
                "body": {"parameters": {"f": ["1"]}}},
              "httpForward": {"host": "a.example", "port": 8080, "scheme": "HTTPS"}},
             {"httpRequest": {"body": {"qty": 2}}, "httpError": {"dropConnection": true}},
             {"httpRequest": {"specUrlOrPayload": "api.yaml", "operationId": "charge"},
              "httpResponse": {"body": {"qty": 2}}}]
            """);

    // When
    var expectations = (StubContract) new ContractReader(Path.of(".")).read(document);

    // Then
    assertThat(expectations.kind()).isEqualTo(ContractKind.MOCKSERVER);
    assertThat(expectations.problems()).isEmpty();
    assertThat(expectations.stubs())
        .extracting(stub -> String.join("; ", Texts.shown(stub.request())))
        .containsExactly(
            "SCHEME https; METHOD Not[pattern=GET];"
                + " PATH AnyOf[patterns=[/charges/.*, /charges/.*]];"
                + " QUERY_PARAMETER dry true; QUERY_PARAMETER page"
                + " AnyOf[patterns=[Presence[isPresent=false], AnyOf[patterns=[[0-9]+, [0-9]+]]]];"
                + " HEADER Accept Several[isExact=false, patterns=[a, b]];"
                + " HEADER X-No Not[pattern=Presence[isPresent=true]];"
                + " COOKIE session JsonSchema[schema={\"type\":\"string\"}];"
                + " BODY Json[expected={\"a\":10.10}, ignoresOrder=false, ignoresExtra=false]",
            "PATH /orders/{id}; PATH_PARAMETER id AnyOf[patterns=[[0-9]+, [0-9]+]];"
                + " BODY Not[pattern=x]",
            "not [PATH /c, FORM_FIELD f 1]",
            "BODY Json[expected={\"qty\":2}, ignoresOrder=true, ignoresExtra=true]",
            "unjudged charge of an OpenAPI document");
    Stub first = expectations.stubs().getFirst();
    assertThat(first.priority()).isEqualTo(Stub.DEFAULT_PRIORITY - 10);
    var response = (StubResponse.Stated) first.responses().getFirst();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers())
        .containsExactly(
            new Header("X", "1"),
            new Header("X", "2"),
            new Header("Set-Cookie", "s=1"),
            new Header("Content-Type", "application/json"));
    assertThat(response.body()).isEqualTo(new StubBody.Inline(Bytes.utf8("{\"id\": 1}")));
    assertThat(response.delay()).contains(Duration.ofSeconds(2));
    assertThat(expectations.stubs())
        .extracting(stub -> stub.responses().getFirst().getClass().getSimpleName())
        .containsExactly("Stated", "Computed", "Proxied", "Broken", "Stated");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      Document document =
          document(
              """
              [{"httpRequest": {"pth": "/a", "headers": "x", "body": {"regex": "("}},
                "httpResponse": {"statusCode": "OK", "body": {"base64Bytes": "?"},
                                 "delay": {"timeUnit": "YEARS", "value": 1}}},
               {"httpRequest": {"body": {"json": "{"}}, "httpRespond": {}},
               {"httpResponse": {}}, 7]
              """);

      // When
      StubContract expectations = MockServerReader.read(document);

      // Then
      assertThat(expectations.stubs()).hasSize(1);
      Golden.assertProblems(getClass(), "problems.golden", document, expectations.problems());
    }
  }
}
