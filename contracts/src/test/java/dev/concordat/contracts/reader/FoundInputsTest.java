package dev.concordat.contracts.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ProblemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs that once broke a reader, found by fuzzing (`fuzz/run.sh`), are read, or refused with a problem that can be shown.
class FoundInputsTest {
  private static final Path FOUND = Path.of("src/test/resources/found");

  @TempDir Path root;

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOUND)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isReadOrRefused(Path input) throws IOException {
    // Given
    byte[] bytes = Files.readAllBytes(input);
    var documents = new Documents(root);
    Document document = documents.parse(input.getFileName().toString(), bytes);

    // When
    Contract contract = new ContractReader(root).read(document);

    // Then
    assertThat(contract.problems())
        .allSatisfy(problem -> assertThat(ProblemText.of(problem, document)).contains(" at "));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isASchemaOrHasProblems(Path input) throws IOException {
    // Given
    byte[] bytes = Files.readAllBytes(input);
    var documents = new Documents(root);
    Document document = documents.parse(input.getFileName().toString(), bytes);

    for (Dialect dialect : Dialect.values()) {
      // When
      var loader = new SchemaLoader(documents, dialect);
      var violations = loader.load(document.root()).validate(document.root().toJson());

      // Then
      assertThat(violations).doesNotContainNull();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void isAMessageBodyOrSaysWhyNot(Path input) throws IOException {
    // Given
    byte[] bytes = Files.readAllBytes(input);

    // When
    var parsed = JsonParser.parse(bytes);

    // Then
    assertThat(parsed.value().isPresent()).isNotEqualTo(parsed.failure().isPresent());
  }
}
