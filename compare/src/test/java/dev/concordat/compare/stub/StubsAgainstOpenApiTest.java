package dev.concordat.compare.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubsAgainstOpenApiTest {
  private static final String ORDERS =
      """
      openapi: 3.0.3
      info: {title: Orders, version: 1.0.0}
      paths:
        /orders/{id}:
          get:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: X-Tenant, in: header, required: true, schema: {type: string}}
            responses:
              '200':
                description: the order
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, state]
                      properties:
                        id: {type: integer}
                        state: {type: string, enum: [OPEN, DONE]}
        /orders:
          post:
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku]
                    properties:
                      sku: {type: string}
                      quantity: {type: integer}
            responses:
              '201': {description: done}
      """;

  @TempDir private Path folder;

  private Contract read(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return new ContractReader(folder).read(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Difference> agree(String stubs) {
    ContractComparison comparison =
        new Comparer(Policies.defaults(LocalDate.of(2026, 1, 1)))
            .agree(read("stubs.json", stubs), read("orders.yaml", ORDERS))
            .orElseThrow();
    return comparison.differences();
  }

  private static List<String> told(List<Difference> differences) {
    return differences.stream()
        .map(
            each ->
                (each.impact().word()
                        + " "
                        + each.rule().id()
                        + " "
                        + each.position().text()
                        + " "
                        + each.pointer())
                    .strip())
        .toList();
  }

  private static String wireMock(String request, String response) {
    return "{\"mappings\": [{\"name\": \"s\", \"request\": %s, \"response\": %s}]}"
        .formatted(request, response);
  }

  @Test
  void aStubThatSaysWhatTheProviderDoesAgrees() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"GET\", \"urlPath\": \"/orders/17\"}",
                "{\"status\": 200, \"jsonBody\": {\"id\": 17, \"state\": \"OPEN\"}}"));

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void anAnswerThatNeverComesBreaks() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"GET\", \"urlPathPattern\": \"/orders/[0-9]+\"}",
                "{\"status\": 200, \"jsonBody\": {\"id\": 17, \"state\": \"SHIPPED\"}}"));

    // Then
    assertThat(told(found))
        .containsExactly(
            "breaks agree/nothing-in-common GET /orders/{id} · response body 200 application/json"
                + " /state");
    assertThat(found.getFirst().evidence()).isInstanceOf(Evidence.Witnessed.class);
    assertThat(found.getFirst().before().orElseThrow().place().file()).isEqualTo("stubs.json");
    assertThat(found.getFirst().after().orElseThrow().place().file()).isEqualTo("orders.yaml");
  }

  @Test
  void anAnswerThatLacksWhatAlwaysComesIsRisky() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"GET\", \"urlPath\": \"/orders/17\"}",
                "{\"status\": 200, \"jsonBody\": {\"id\": 17}}"));

    // Then
    assertThat(told(found))
        .containsExactly(
            "risky agree/response-body-unexpected GET /orders/{id} · response body 200 /state");
  }

  @Test
  void aBodyThatTheProviderRefusesBreaks() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"POST\", \"urlPath\": \"/orders\", \"bodyPatterns\":"
                    + " [{\"equalToJson\": {\"sku\": 5}}]}",
                "{\"status\": 201}"));

    // Then
    assertThat(told(found))
        .containsExactly(
            "breaks agree/body-refused POST /orders · request body application/json /sku");
  }

  @Test
  void aPartOfABodyThatNoBodyHasBreaks() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"POST\", \"urlPath\": \"/orders\", \"bodyPatterns\":"
                    + " [{\"equalToJson\": {\"quantity\": \"two\"}, \"ignoreExtraElements\":"
                    + " true}]}",
                "{\"status\": 201}"));

    // Then
    assertThat(told(found))
        .containsExactly(
            "breaks agree/body-refused POST /orders · request body application/json /quantity");
  }

  @Test
  void anAddressThatNoOperationHasBreaks() {
    // When
    List<Difference> found =
        agree(
            wireMock("{\"method\": \"DELETE\", \"urlPath\": \"/orders/17\"}", "{\"status\": 204}"));

    // Then
    assertThat(told(found))
        .containsExactly("breaks agree/operation-unknown DELETE /orders/17 · operation");
  }

  @Test
  void aTemplatedBodyIsSaidNotToBeCompared() {
    // When
    List<Difference> found =
        agree(
            wireMock(
                "{\"method\": \"GET\", \"urlPath\": \"/orders/17\"}",
                "{\"status\": 200, \"body\": \"{\\\"id\\\": {{request.id}}}\", \"transformers\":"
                    + " [\"response-template\"]}"));

    // Then
    assertThat(told(found)).containsExactly("risky agree/need-not-compared response");
  }
}
