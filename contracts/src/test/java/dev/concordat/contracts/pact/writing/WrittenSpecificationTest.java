package dev.concordat.contracts.pact.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every expected message of the Pact specification, and every pact of the compatibility suite: read, written, read again.
@Tag("conformance")
class WrittenSpecificationTest {
  private static final Path CORPORA = Path.of(System.getProperty("corpora", "corpora"));
  private static final Path SPECIFICATION = CORPORA.resolve("pact-specification");
  private static final Path SUITE = CORPORA.resolve("pact-compatibility-suite/fixtures");

  @TestFactory
  Stream<DynamicTest> survivesWriting() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(SPECIFICATION) && Files.isDirectory(SUITE),
        () -> "no Pact corpora in " + CORPORA);
    return Stream.concat(files(SPECIFICATION, ""), files(SUITE, "pact-broker"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    CORPORA.relativize(file).toString(), file.toUri(), () -> survives(file)));
  }

  private static Stream<Path> files(Path folder, String start) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.getFileName().toString().startsWith(start))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static void survives(Path file) throws IOException {
    // Given
    PactContract pact = read(text(file));

    // When
    WrittenPact written = PactWriter.write(pact);

    // Then
    PactContract again = read(written.text());
    assertThat(WithoutPlaces.of(again)).isEqualTo(WithoutPlaces.of(pact));
    assertThat(PactWriter.write(again).text()).isEqualTo(written.text());
  }

  private static PactContract read(String text) {
    return PactReader.read(
        new DocumentReader(CORPORA).parse("case.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The file itself, or a pact around the expected message of a case.
  private static String text(Path file) throws IOException {
    JsonObject json = (JsonObject) JsonParser.parse(Files.readAllBytes(file)).value().orElseThrow();
    if (!file.startsWith(SPECIFICATION)) {
      return json.toString();
    }
    Path name = SPECIFICATION.relativize(file);
    String kind = name.getName(1).toString();
    JsonObject expected = (JsonObject) json.member("expected").orElseThrow();
    JsonObject interaction =
        kind.equals("message")
            ? expected
            : JsonObject.EMPTY
                .with("request", kind.equals("request") ? expected : JsonObject.EMPTY)
                .with("response", kind.equals("response") ? expected : JsonObject.EMPTY);
    PactVersion version = PactVersion.of(name.getName(0).toString().substring(1)).orElseThrow();
    boolean isOldMessage = kind.equals("message") && !version.isAtLeast(PactVersion.V4);
    if (version.isAtLeast(PactVersion.V4)) {
      interaction =
          interaction.with(
              "type",
              new JsonString(
                  kind.equals("message") ? "Asynchronous/Messages" : "Synchronous/HTTP"));
    }
    return JsonObject.EMPTY
        .with(isOldMessage ? "messages" : "interactions", new JsonArray(List.of(interaction)))
        .with(
            "metadata",
            JsonObject.EMPTY.with(
                "pactSpecification",
                JsonObject.EMPTY.with("version", new JsonString(version.number()))))
        .toString();
  }
}
