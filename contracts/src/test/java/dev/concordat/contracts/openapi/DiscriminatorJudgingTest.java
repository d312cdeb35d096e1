package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.breach.Breach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscriminatorJudgingTest {
  private static OpenApiContract contract(String discriminator) {
    return Texts.contract(
        """
        openapi: 3.2.0
        info: {title: t, version: '1'}
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                        discriminator: %s
              responses: {'200': {description: ok}}
        components:
          schemas:
            Cat: {type: object, required: [name], properties: {petType: {type: string}, name: {type: string}}}
            Dog: {type: object, required: [bark], properties: {petType: {type: string}, bark: {type: string}}}
        """
            .formatted(discriminator));
  }

  private static List<Breach> judged(String discriminator, String body) {
    return new HttpJudge(contract(discriminator))
        .judgeRequest(Texts.post("/pets", "application/json", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{propertyName: petType}; [{'petType':'Cat','name':'a'}]",
        "{propertyName: petType, mapping: {dog: Dog}}; [{'petType':'dog','bark':'a'}]",
        "{propertyName: petType, mapping: {dog: '#/components/schemas/Dog'}}; [{'petType':'Dog','bark':'a'}]",
        "{propertyName: petType, defaultMapping: Dog}; [{'bark':'a'}]",
        "{propertyName: petType, defaultMapping: Dog}; [{'petType':'Wolf','bark':'a'}]",
      })
  void aNameThatLeadsToAnAlternativeHolds(String discriminator, String body) {
    assertThat(judged(discriminator, body.replace('\'', '"'))).isEmpty();
  }

  @Test
  void anUnknownNameIsToldWithTheNamesThereAre() {
    List<Breach> breaches =
        judged(
            "{propertyName: petType, mapping: {dog: Dog}}",
            "[{\"petType\":\"Wolf\",\"bark\":\"a\"}]");

    assertThat(breaches)
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.pointer()).isEqualTo("/*/petType");
              assertThat(breach.expected()).isEqualTo("Cat, Dog, dog");
              assertThat(breach.message())
                  .contains("\"Wolf\" names no alternative, the contract has Cat, Dog, dog");
              assertThat(breach.sentenceText()).startsWith("discriminator:");
            });
  }

  @Test
  void anAbsentNameIsMissing() {
    assertThat(judged("{propertyName: petType}", "[{\"bark\":\"a\"}]"))
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.pointer()).isEqualTo("/*/petType");
              assertThat(breach.message()).contains("is missing, it tells which alternative");
            });
  }

  @Test
  void theNamedAlternativeIsTheOneThatIsReported() {
    assertThat(judged("{propertyName: petType}", "[{\"petType\":\"Dog\"}]"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.pointer()).isEqualTo("/*/bark"));
  }
}
