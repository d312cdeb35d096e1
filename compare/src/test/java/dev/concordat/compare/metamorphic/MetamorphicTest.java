package dev.concordat.compare.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The same in other words is no difference, in either direction.
class MetamorphicTest {
  private static final long SEED = 7;

  @TempDir Path folder;

  static Stream<Arguments> cases() {
    Path root = Path.of(System.getProperty("concordat.root", ".."));
    List<Path> files =
        List.of(
            root.resolve("compare/src/test/resources/descriptions/library.yaml"),
            root.resolve("examples/shop/orders/openapi.yaml"),
            root.resolve("examples/shop/payments/openapi.yaml"));
    return files.stream()
        .flatMap(
            file ->
                Transformations.all().stream()
                    .map(
                        each ->
                            Arguments.of(file.getParent().getFileName(), each.name(), file, each)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void findsNothingInTheSameSaidOtherwise(
      Path system, String name, Path file, Transformation transformation) throws IOException {
    // Given
    var workshop = new Workshop(folder);
    JsonObject description = Workshop.value(file).orElseThrow();
    Contract before = workshop.written("before", description, false);
    Contract after =
        workshop.written(
            "after", transformation.of(description, new Random(SEED)), transformation.isYaml());

    // When
    List<Difference> found =
        Stream.concat(
                Workshop.compare(before, after).differences().stream(),
                Workshop.compare(after, before).differences().stream())
            .toList();

    // Then
    assertThat(found).as(system + ", " + name).isEmpty();
  }
}
