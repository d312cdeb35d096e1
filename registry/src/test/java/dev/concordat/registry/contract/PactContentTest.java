package dev.concordat.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.Bytes;
import org.junit.jupiter.api.Test;

class PactContentTest {
  private static PactContent pact(String text) {
    return PactContent.read(Bytes.utf8(text)).orElseThrow();
  }

  @Test
  void theNameIsThatOfTheSortedInteractionsAndTheSpecification() {
    // Given
    PactContent one =
        pact(
            """
            {"interactions":[{"description":"b","request":{"path":"/","method":"GET"}},{"description":"a"}],
             "metadata":{"pactSpecification":{"version":"3.0.0"},"client":{"version":"1"}}}
            """);
    PactContent same =
        pact(
            """
            {"consumer":{"name":"x"},"metadata":{"pact-specification":{"version":"3.0.0"}},
             "interactions":[{"description":"a"},{"request":{"method":"GET","path":"/"},"description":"b"}]}
            """);

    // When
    String sha = one.sha();

    // Then
    assertThat(same.sha()).isEqualTo(sha).hasSize(40);
    assertThat(pact("{\"interactions\":[{\"description\":\"a\"}]}").sha()).isNotEqualTo(sha);
  }

  @Test
  void numbersAndTextsAreWrittenAsRubyDoes() {
    assertThat(
            RubyJson.text(
                pact("""
                        {"a":[1.50,1e2,1e16,1.5e-7,0.0001,-0.0,-0,12345678901234567890123,1.0],
                         "b":"\\u00e9\\u2028/\\b\\f\\u0001\\"\\\\"}
                        """)
                    .document()))
        .isEqualTo(
            "{\"a\":[1.5,100.0,1.0e+16,1.5e-07,0.0001,-0.0,0,12345678901234567890123,1.0],"
                + "\"b\":\"é\u2028/\\b\\f\\u0001\\\"\\\\\"}");
  }

  @Test
  void anInteractionIsServedWithAnIdThatComesFirstAndStaysWhereItHasOne() {
    // When
    String served =
        pact("{\"interactions\":[{\"description\":\"a\"},{\"description\":\"b\",\"_id\":\"own\"}]}")
            .served()
            .toString();

    // Then
    assertThat(served)
        .matches(
            "\\{\"interactions\":\\[\\{\"_id\":\"[0-9a-f]{40}\",\"description\":\"a\"},"
                + "\\{\"_id\":\"own\",\"description\":\"b\"}]}");
  }

  @Test
  void mergingReplacesTheSameCaseAndAddsOthers() {
    // Given
    PactContent old =
        pact("{\"interactions\":[{\"description\":\"a\",\"providerState\":\"s\",\"response\":1}]}");
    PactContent newer =
        pact(
            "{\"interactions\":[{\"description\":\"a\",\"providerState\":\"s\",\"response\":2},"
                + "{\"description\":\"a\",\"response\":3}]}");

    // When
    PactContent merged = old.merged(newer);

    // Then
    assertThat(merged.interactions()).hasSize(2);
    assertThat(merged.document().toString()).doesNotContain("\"response\":1");
    assertThat(old.contradicts(newer)).isFalse();
  }

  @Test
  void theDifferenceIsTheWayToWhatDiffers() {
    assertThat(
            ContentDifference.of(
                pact("{\"a\":{\"b\":[1,2],\"same\":0}}").document(),
                pact("{\"a\":{\"b\":[1,3],\"same\":0},\"c\":{\"d\":1}}").document()))
        .isEqualTo(
            """
             {
               "a": {
                 "b": [
                   ...
            -      2
            +      3
                 ]
               }
            +  "c": {
            +    "d": 1
            +  }
             }\
            """);
  }

  @Test
  void whatIsNoObjectIsNoContent() {
    assertThat(PactContent.read(Bytes.utf8("[1]"))).isEmpty();
    assertThat(PactContent.read(Bytes.utf8("{"))).isEmpty();
    assertThat(PactContent.read(Bytes.utf8("{\"a\":1}")).orElseThrow().digest()).hasSize(64);
  }
}
