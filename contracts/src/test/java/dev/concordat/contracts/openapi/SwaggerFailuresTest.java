package dev.concordat.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Swagger 2.0 documents that are not right.
class SwaggerFailuresTest {
  @Nested
  class Failures {
    private static List<Problem> problems(String paths) {
      return Texts.contract(
              """
              swagger: '2.0'
              info: {title: t, version: '1'}
              """
                  + paths)
          .problems();
    }

    @Test
    void commonDeviationsAreWarningsAndTheRestIsUsed() {
      // When
      List<Problem> problems =
          problems(
              """
              host: https://api.example/root
              basePath: v1
              consumes: application/json
              paths:
                /a:
                  post:
                    consumes: [text]
                    parameters:
                      - {name: a, in: query, schema: {type: string}}
                      - {name: b, in: path, required: true, type: array, items: {type: string}, collectionFormat: multi}
                      - {name: c, in: query, type: array, items: {type: array, items: {type: string}}}
                      - {name: d, in: body}
                      - {name: e, in: formData, type: string}
                    responses: {200: {description: ok}}
                  put:
                    parameters:
                      - {name: f, in: formData, type: file}
                    responses: {200: {description: ok}}
              """);

      // Then
      assertThat(problems).noneMatch(Problem::isError);
      assertThat(problems)
          .extracting(Problem::rule)
          .containsExactlyInAnyOrder(
              "contract/bad-host",
              "contract/bad-base-path",
              "contract/misplaced-schema",
              "contract/bad-collection-format",
              "contract/nested-list-parameter",
              "contract/body-without-schema",
              "contract/second-body",
              "contract/bad-media-type",
              "contract/form-without-media-type");
    }

    @Test
    void aHostWithAPathIsPartOfTheBasePath() {
      // When
      OpenApiContract contract =
          Texts.contract(
              """
              swagger: '2.0'
              info: {title: t, version: '1'}
              host: https://api.example/root
              basePath: v1
              paths: {}
              """);

      // Then
      assertThat(contract.basePath()).isEqualTo("/root/v1");
    }

    @Test
    void parametersThatAreNoneCostOnlyThemselves() {
      // When
      List<Problem> problems =
          problems(
              """
              paths:
                /a:
                  post:
                    parameters:
                      - 5
                      - {in: query, type: string}
                      - {in: formData, type: string}
                      - {name: x, in: nowhere, type: string}
                      - {$ref: '#/parameters/gone'}
                    responses: {'99': {description: no}, 200: 5}
              """);

      // Then
      assertThat(problems)
          .extracting(Problem::rule)
          .containsExactlyInAnyOrder(
              "contract/not-an-object",
              "contract/bad-parameter",
              "contract/bad-parameter",
              "contract/bad-parameter",
              "contract/dangling-reference",
              "contract/bad-status",
              "contract/not-an-object",
              "contract/no-responses");
    }

    @Test
    void anotherVersionOfSwaggerIsReadAsTwo() {
      // When
      OpenApiContract contract =
          Texts.contract("{swagger: '1.2', info: {title: t, version: '1'}, paths: {}}");

      // Then
      assertThat(contract.problems())
          .extracting(Problem::rule)
          .containsExactly("contract/unknown-version");
    }
  }
}
