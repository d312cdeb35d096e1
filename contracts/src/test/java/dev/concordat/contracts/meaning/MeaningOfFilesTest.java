package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One description in one file or in several, and in two versions of its language.
class MeaningOfFilesTest {
  private static final String WHOLE =
      """
      openapi: 3.0.3
      info: {title: Orders, version: '1'}
      paths:
        /orders/{id}:
          get:
            operationId: getOrder
            parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 0, exclusiveMinimum: true}}]
            responses:
              '200': {description: it, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}, note: {type: string, nullable: true}}}}}}
      """;
  private static final String SPLIT =
      """
      openapi: 3.1.0
      info: {title: The orders, version: '2'}
      paths:
        /orders/{id}: {$ref: 'paths/order.yaml'}
      """;
  private static final String PATH =
      """
      get:
        operationId: getOrder
        parameters: [{$ref: '../parts.yaml#/id'}]
        responses:
          '200': {description: it, content: {application/json: {schema: {$ref: '../parts.yaml#/Order'}}}}
      """;
  private static final String PARTS =
      """
      id: {name: id, in: path, required: true, schema: {type: integer, exclusiveMinimum: 0}}
      Order:
        allOf:
          - type: object
            required: [id]
            properties: {note: {$ref: '#/Note'}, id: {type: [integer]}}
      Note: {type: ['null', string]}
      """;

  @TempDir private Path folder;

  @Test
  void severalFilesMeanWhatOneDoes() throws IOException {
    // Given
    write("paths/order.yaml", PATH);
    write("parts.yaml", PARTS);
    // When
    ContractMeaning split = meaning("split.yaml", SPLIT);
    // Then
    assertThat(split).isEqualTo(meaning("whole.yaml", WHOLE));
  }

  @Test
  void aChangeInAnotherFileCounts() throws IOException {
    // Given
    write("paths/order.yaml", PATH);
    write("parts.yaml", PARTS.replace("'null', string", "string"));
    // When
    ContractMeaning split = meaning("split.yaml", SPLIT);
    // Then
    assertThat(split.digest()).isNotEqualTo(meaning("whole.yaml", WHOLE).digest());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ContractMeaning meaning(String name, String text) throws IOException {
    write(name, text);
    return Meaning.of(new ContractReader(folder).read(folder.resolve(name))).orElseThrow();
  }
}
