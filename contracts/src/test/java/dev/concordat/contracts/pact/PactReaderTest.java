package dev.concordat.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PactReaderTest {
  static PactContract read(String text) {
    return PactReader.read(
        new DocumentReader(Path.of("."))
            .parse("pacts/web-orders.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.place() + " " + problem.rule() + ": " + problem.message())
        .toList();
  }

  @Test
  void readsAVersionTwoInteractionWithItsPlace() {
    // When
    PactContract pact =
        read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [
              {"description": "one order", "providerState": "order 7 exists",
               "request": {"method": "get", "path": "/orders/7", "query": "a=1&a=2&b=x%20y"},
               "response": {"status": 200, "headers": {"Vary": "Accept, Origin"},
                            "body": {"price": 10.10}}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}
            """);

    // Then
    HttpInteraction one = pact.httpInteractions().getFirst();
    assertThat(pact.title()).isEqualTo("web → orders");
    assertThat(pact.pactVersion()).isEqualTo(PactVersion.V2);
    assertThat(one.place()).hasToString("pacts/web-orders.json:3:3");
    assertThat(one.header().states())
        .containsExactly(new ProviderState("order 7 exists", Map.of()));
    assertThat(one.request().query())
        .isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("x y")));
    assertThat(one.response().headers()).isEqualTo(Map.of("Vary", List.of("Accept", "Origin")));
    assertThat(one.response().body())
        .isEqualTo(new ExpectedBody.Present(Bytes.utf8("{\"price\":10.10}")));
    assertThat(pact.problems()).isEmpty();
  }

  @Test
  void readsMessagesOfVersionThree() {
    // When
    PactContract pact =
        read(
            """
            {"consumer": {"name": "mail"}, "provider": {"name": "orders"},
             "messages": [{"description": "an order is confirmed",
               "providerStates": [{"name": "order", "params": {"id": 7}}],
               "contents": {"id": 7}, "metaData": {"contentType": "application/json"}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """);

    // Then
    MessageInteraction message = pact.messageInteractions().getFirst();
    assertThat(message.header().states())
        .containsExactly(new ProviderState("order", Map.of("id", new JsonNumber("7"))));
    assertThat(message.message().body())
        .isEqualTo(new ExpectedBody.Present(Bytes.utf8("{\"id\":7}")));
  }

  @Test
  void keepsWhatPluginsStored() {
    // When
    PactContract pact =
        read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "prices"},
             "interactions": [{"type": "Synchronous/Messages", "description": "a price",
               "transport": "grpc",
               "pluginConfiguration": {"protobuf": {"service": "Prices/Get"}},
               "request": {"contents": {"content": "CAE=", "encoded": "base64",
                           "contentType": "application/protobuf;message=Ask"}},
               "response": [{"contents": {"content": "EAI=", "encoded": "base64",
                           "contentType": "application/protobuf;message=Price"}}]}],
             "metadata": {"pactSpecification": {"version": "4.0"},
               "plugins": [{"name": "protobuf", "version": "0.3.5", "configuration": {"a": 1}}]}}
            """);

    // Then
    var call = (SynchronousMessages) pact.interactions().getFirst();
    assertThat(call.header().plugins()).containsExactly("protobuf");
    assertThat(call.header().transport()).isEqualTo("grpc");
    assertThat(call.request().body())
        .isEqualTo(new ExpectedBody.Present(Bytes.of(new byte[] {8, 1})));
    assertThat(pact.plugins()).extracting(PactPlugin::name).containsExactly("protobuf");
  }

  @Test
  void keepsGenerators() {
    // When
    PactContract pact =
        read(
            """
            {"consumer": {"name": "web"}, "provider": {"name": "orders"},
             "interactions": [{"description": "one", "request": {"method": "GET", "path": "/"},
               "response": {"status": 200, "body": {"id": "x"},
                 "generators": {"body": {"$.id": {"type": "Uuid", "format": "simple"}}}}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """);

    // Then
    Generator only = pact.httpInteractions().getFirst().response().generators().getFirst();
    assertThat(only.type()).isEqualTo("Uuid");
    assertThat(only.path()).isEqualTo("$.id");
    assertThat(only.attributes()).hasToString("{\"format\":\"simple\"}");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() {
      // When
      PactContract pact =
          read(
              """
              {"consumer": {"name": "web"}, "provider": {"name": "orders"},
               "interactions": [
                 7,
                 {"type": "Carrier/Pigeon", "description": "a letter"},
                 {"description": "one", "request": {"path": "/", "matchingRules": {"body": {
                    "$.a[": {"matchers": [{"match": "type"}]},
                    "$.b": {"matchers": [{"match": "regex", "regex": "(["}]},
                    "$.c": {"matchers": [{"match": "magic"}]}}}},
                  "response": {"status": "fine"}}],
               "metadata": {"pactSpecification": {"version": "9.0"}}}
              """);

      // Then
      assertThat(pact.interactions().getFirst()).isInstanceOf(UnknownInteraction.class);
      assertThat(pact.httpInteractions()).hasSize(1);
      assertThat(told(pact.problems()))
          .containsExactly(
              "pacts/web-orders.json:10:48 pact/unknown-version: '9.0' is no version of the Pact"
                  + " specification",
              "pacts/web-orders.json:3:4 pact/bad-interaction: an interaction is an object, this is"
                  + " 7",
              "pacts/web-orders.json:4:4 pact/unknown-interaction-type: interactions of type"
                  + " 'Carrier/Pigeon' are not known, so this one is not judged",
              "pacts/web-orders.json:6:15 pact/bad-path-expression: path expression '$.a[' ends"
                  + " inside brackets",
              "pacts/web-orders.json:7:28 pact/bad-matcher: '([' is not a regular expression",
              "pacts/web-orders.json:8:28 pact/unknown-matcher: the matcher 'magic' is not known, so"
                  + " nothing is checked by it",
              "pacts/web-orders.json:9:28 pact/bad-status: 'fine' is no HTTP status");
    }

    @Test
    void tellsOfTheSameInteractionTwice() {
      // When
      PactContract pact =
          read(
              """
              {"consumer": {"name": "web"}, "provider": {"name": "orders"},
               "interactions": [
                 {"description": "one", "request": {"path": "/"}, "response": {"status": 200}},
                 {"description": "one", "request": {"path": "/"}, "response": {"status": 404}}]}
              """);

      // Then
      assertThat(told(pact.problems()))
          .containsExactly(
              "pacts/web-orders.json:4:4 pact/duplicate-interaction: 'one' stands already at"
                  + " pacts/web-orders.json:3 with the same provider states");
    }
  }
}
