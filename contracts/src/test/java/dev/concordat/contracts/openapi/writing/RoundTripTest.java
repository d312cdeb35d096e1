package dev.concordat.contracts.openapi.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever version a contract was read from, what is written of it reads with the same meaning.
class RoundTripTest {
  private static final Path ROOT = Path.of(System.getProperty("concordat.root", ".."));
  private static final Path CASES = Path.of("src/test/resources/problems");

  /// The shop's contracts, the seeds of fuzzing, and the inputs of golden problems that have no errors.
  static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (Path folder :
        List.of(
            ROOT.resolve("examples/shop"),
            ROOT.resolve("fuzz/seeds/openapi"),
            ROOT.resolve("fuzz/seeds/swagger"),
            CASES.resolve("contract"),
            CASES.resolve("openapi"))) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile)
            .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
            .filter(file -> !file.toString().contains("node_modules"))
            .filter(RoundTripTest::isWithoutErrors)
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isWithoutErrors(Path file) {
    return read(file) instanceof OpenApiContract contract
        && contract.problems().stream().noneMatch(RoundTripTest::isError);
  }

  private static boolean isError(Problem problem) {
    return problem.isError();
  }

  private static Contract read(Path file) {
    return new ContractReader(file.toAbsolutePath().getParent()).read(file.getFileName());
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWithTheSameMeaning(Path file) {
    // Given
    var original = (OpenApiContract) read(file);

    // When
    WrittenOpenApi written = OpenApiWriter.write(original);

    // Then
    OpenApiContract again = Written.contract(written.yaml());
    assertThat(again.problems()).noneMatch(RoundTripTest::isError);
    assertThat(again.specification()).isEqualTo("3.1.1");
    assertThat(again.title()).isEqualTo(original.title());
    assertThat(again.version()).isEqualTo(original.version());
    if (written.problems().isEmpty()) {
      assertThat(parts(again)).isEqualTo(parts(original));
      assertThat(meaning(again).digest()).isEqualTo(meaning(original).digest());
    } else {
      assertThat(parts(original).keySet()).containsAll(parts(again).keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysTheSameInJsonAndInYaml(Path file) {
    // Given
    var original = (OpenApiContract) read(file);

    // When
    WrittenOpenApi written = OpenApiWriter.write(original);

    // Then
    assertThat(Written.in(written.json(), "")).isEqualTo(written.document());
    assertThat(Written.in(written.yaml(), "")).isEqualTo(written.document());
  }

  @ParameterizedTest
  @MethodSource("files")
  void writesTheSameBytesAgain(Path file) {
    // Given
    WrittenOpenApi first = OpenApiWriter.write((OpenApiContract) read(file));

    // When
    WrittenOpenApi second = OpenApiWriter.write((OpenApiContract) read(file));

    // Then
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.yaml()).isEqualTo(first.yaml());
    assertThat(OpenApiWriter.write(Written.contract(first.yaml())).json()).isEqualTo(first.json());
  }

  private static Map<String, String> parts(OpenApiContract contract) {
    return new TreeMap<>(meaning(contract).parts());
  }

  private static ContractMeaning meaning(OpenApiContract contract) {
    return Meaning.of(contract).orElseThrow();
  }
}
