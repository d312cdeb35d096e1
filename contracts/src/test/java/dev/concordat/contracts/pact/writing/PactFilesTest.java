package dev.concordat.contracts.pact.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactReader;
import dev.concordat.contracts.pact.writing.PactFiles.OnConflict;
import dev.concordat.contracts.pact.writing.PactFiles.Outcome;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactFilesTest {
  private static final Path FILE = Path.of("pacts/web-orders.json");

  @TempDir Path folder;

  private static PactContract pact(String version, String... interactions) {
    return read(
        """
        {"consumer": {"name": "web"}, "provider": {"name": "orders"},
         "interactions": [%s],
         "metadata": {"pactSpecification": {"version": "%s"}}}
        """
            .formatted(String.join(",", interactions), version));
  }

  private static PactContract read(String text) {
    return PactReader.read(
        new DocumentReader(Path.of(".")).parse("new.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String interaction(String description, int status, String more) {
    return """
        {"type": "Synchronous/HTTP", "description": "%s", %s
         "request": {"method": "GET", "path": "/"}, "response": {"status": %d}}
        """
        .formatted(description, more, status);
  }

  private Outcome add(PactContract pact) throws IOException {
    return new PactFiles(folder).add(FILE, pact, OnConflict.REFUSE);
  }

  private PactContract there() throws IOException {
    return PactReader.read(new DocumentReader(folder).read(FILE));
  }

  @Test
  void addsToWhatIsThere() throws IOException {
    // Given
    add(pact("4.0", interaction("one", 200, "")));

    // When
    Outcome outcome = add(pact("4.0", interaction("two", 200, ""), interaction("one", 200, "")));

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Written(folder.resolve(FILE), 1, 0, List.of()));
    assertThat(there().interactions())
        .extracting(it -> it.description())
        .containsExactly("one", "two");
  }

  @Test
  void replacesNotesAndInteractionsWithTheSameKey() throws IOException {
    // Given
    add(pact("4.0", interaction("one", 200, ""), interaction("two", 200, "\"key\": \"k\",")));

    // When
    Outcome outcome =
        add(
            pact(
                "4.0",
                interaction("one", 200, "\"pending\": true,"),
                interaction("two, but better", 201, "\"key\": \"k\",")));

    // Then
    assertThat(outcome).isEqualTo(new Outcome.Written(folder.resolve(FILE), 0, 2, List.of()));
    assertThat(there().interactions().getFirst().header().isPending()).isTrue();
    assertThat(there().httpInteractions().getLast().response().status()).isEqualTo(201);
  }

  @Test
  void keepsWhatItDoesNotKnow() throws IOException {
    // Given
    add(pact("4.0", interaction("one", 200, "")));
    Path file = folder.resolve(FILE);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\{", "{\"createdAt\": \"then\","));

    // When
    add(pact("4.0", interaction("two", 200, "")));

    // Then
    assertThat(Files.readString(file)).contains("\"createdAt\": \"then\"");
  }

  @Test
  void raisesTheVersionOfTheFileToThatOfTheInteraction() throws IOException {
    // Given
    add(pact("2.0.0", interaction("one", 200, "\"providerState\": \"s\",")));

    // When
    add(pact("4.0", interaction("two", 200, "\"pending\": true,")));

    // Then
    assertThat(there().pactVersion().number()).isEqualTo("4.0");
    assertThat(there().interactions()).hasSize(2);
    assertThat(there().problems()).isEmpty();
  }

  @Test
  void losesNothingWhenManyWriteAtOnce() throws Exception {
    // Given
    List<Callable<Outcome>> writers =
        IntStream.range(0, 20)
            .<Callable<Outcome>>mapToObj(
                i -> () -> add(pact("4.0", interaction("number " + i, 200, ""))))
            .toList();

    // When
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(writers);
    }

    // Then
    assertThat(there().interactions()).hasSize(20);
    try (Stream<Path> files = Files.list(folder.resolve("pacts"))) {
      assertThat(files).containsExactly(folder.resolve(FILE));
    }
  }

  @Nested
  class Failures {
    @Test
    void showsTheDifferenceOfAConflict() throws IOException {
      // Given
      add(pact("4.0", interaction("one", 200, "")));
      String before = Files.readString(folder.resolve(FILE));

      // When
      Outcome outcome = add(pact("4.0", interaction("one", 404, "")));

      // Then
      assertThat(((Outcome.Refused) outcome).problems())
          .extracting(Problem::rule, Problem::message)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "pact/conflicting-interaction",
                  "'one' stands here with other content: $.response.status was 200, would be"
                      + " 404"));
      assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(before);
    }

    @Test
    void doesNotTouchTheFileOfAnotherPact() throws IOException {
      // Given
      Files.createDirectories(folder.resolve("pacts"));
      Files.writeString(folder.resolve(FILE), "{\"openapi\": \"3.1.0\"}");

      // When
      Outcome outcome = add(pact("4.0", interaction("one", 200, "")));

      // Then
      assertThat(((Outcome.Refused) outcome).problems())
          .extracting(Problem::rule)
          .containsExactly("pact/not-a-pact");
      assertThat(folder.resolve(FILE)).hasContent("{\"openapi\": \"3.1.0\"}");
    }
  }
}
