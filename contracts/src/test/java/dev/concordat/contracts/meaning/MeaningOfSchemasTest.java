package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schemas that are written in two ways, and schemas that only look alike.
class MeaningOfSchemasTest {
  private static final String API =
      """
      openapi: %s
      info: {title: Trees, version: "1"}
      paths:
        /tree:
          get:
            operationId: tree
            responses:
              '200': {description: a tree, content: {application/json: {schema: %s}}}
        /leaf:
          get:
            operationId: leaf
            responses:
              '200': {description: a leaf, content: {application/json: {schema: {$ref: '#/components/schemas/Leaf'}}}}
      components:
        schemas:
          Leaf: {type: string}
          Other: {type: integer}
          Tree: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, more: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
          Unrolled: {type: object, properties: {leaf: {type: string}, more: {type: array, items: {$ref: '#/components/schemas/Back'}}}}
          Back: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, more: {type: array, items: {$ref: '#/components/schemas/Unrolled'}}}}
          Elsewhere: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, more: {type: array, items: {$ref: '#/components/schemas/Odd'}}}}
          Odd: {type: object, properties: {leaf: {$ref: '#/components/schemas/Other'}, more: {type: array, items: {$ref: '#/components/schemas/Elsewhere'}}}}
      """;

  @TempDir private Path folder;

  @Test
  void aSchemaThatContainsItselfMeansTheSameUnrolled() throws IOException {
    assertThat(of31("{$ref: '#/components/schemas/Unrolled'}"))
        .isEqualTo(of31("{$ref: '#/components/schemas/Tree'}"))
        .isEqualTo(of31("{$ref: '#/components/schemas/Back'}"));
    assertThat(of31("{$ref: '#/components/schemas/Elsewhere'}"))
        .isNotEqualTo(of31("{$ref: '#/components/schemas/Tree'}"));
  }

  @Test
  void onlyThePartThatChangedHasAnotherDigest() throws IOException {
    ContractMeaning one = of31("{type: string}");
    ContractMeaning other = of31("{type: integer}");

    assertThat(other.parts().get("tree")).isNotEqualTo(one.parts().get("tree"));
    assertThat(other.parts().get("leaf")).isEqualTo(one.parts().get("leaf"));
  }

  @Test
  void nullIsAllowedInTwoWays() throws IOException {
    assertThat(of30("{type: string, nullable: true}"))
        .isEqualTo(of31("{type: [string, 'null']}"))
        .isNotEqualTo(of31("{type: string}"));
    assertThat(of30("{type: string, nullable: true, enum: [a]}"))
        .isEqualTo(of31("{type: ['null', string], enum: [null, a]}"))
        .isNotEqualTo(of31("{type: ['null', string], enum: [a]}"));
    assertThat(of30("{allOf: [{type: string}, {maxLength: 3}], nullable: true}"))
        .isNotEqualTo(of30("{allOf: [{type: string}, {maxLength: 3}]}"));
  }

  @Test
  void boundsAreExclusiveInTwoWays() throws IOException {
    assertThat(of30("{type: number, minimum: 1, exclusiveMinimum: true}"))
        .isEqualTo(of31("{type: number, exclusiveMinimum: 1.0}"))
        .isNotEqualTo(of31("{type: number, minimum: 1}"));
  }

  @Test
  void nothingSaidIsSaidInManyWays() throws IOException {
    assertThat(of31("{}")).isEqualTo(of31("true")).isEqualTo(of31("{description: anything}"));
    assertThat(of31("{}")).isNotEqualTo(of31("false"));
  }

  @Test
  void otherPropertiesCountWhereSomebodyAsksWhatWasLookedAt() throws IOException {
    String asked = "{allOf: [{type: object%s}], unevaluatedProperties: false}";

    assertThat(of31(asked.formatted(", additionalProperties: true")))
        .isNotEqualTo(of31(asked.formatted("")));
    assertThat(of31("{type: object, additionalProperties: true}"))
        .isEqualTo(of31("{type: object}"));
  }

  @Test
  void anAlternativeThatStandsTwiceInOneOfIsNeverTheOnlyOne() throws IOException {
    assertThat(of31("{oneOf: [{type: string}, {type: string}]}"))
        .isNotEqualTo(of31("{oneOf: [{type: string}]}"));
    assertThat(of31("{anyOf: [{type: string}, {type: integer}, {type: string}]}"))
        .isEqualTo(of31("{anyOf: [{type: integer}, {type: string}]}"));
  }

  @Test
  void onlyWhatReferencesCannotFindIsToldApartByItsName() throws IOException {
    assertThat(of31("{$ref: '#/components/schemas/Nowhere'}"))
        .isNotEqualTo(of31("{$ref: '#/components/schemas/Elsewhere2'}"))
        .isNotEqualTo(of31("{}"));
  }

  private ContractMeaning of31(String schema) throws IOException {
    return meaning(API.formatted("3.1.0", schema));
  }

  private ContractMeaning of30(String schema) throws IOException {
    return meaning(API.formatted("3.0.3", schema));
  }

  private ContractMeaning meaning(String text) throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(file, text);
    return Meaning.of(new ContractReader(folder).read(file)).orElseThrow();
  }
}
