package dev.concordat.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
  @TempDir private Path home;

  @Test
  void keepsTheNewestOnly() throws IOException {
    // Given
    var files = new KeptFiles(home.resolve("kept"), 2, 100);

    // When
    for (int number = 1; number <= 3; number++) {
      files.keep(JsonNumber.of(number));
    }

    // Then
    assertThat(files.newestFirst()).hasSize(2);
    assertThat(files.read(files.newestFirst().getFirst())).contains(JsonNumber.of(3));
  }

  @Test
  void aFileThatAnotherProcessForgotMeanwhileIsNone() throws IOException {
    // Given
    var files = new KeptFiles(home, 2, 100);
    files.keep(new JsonString("a"));
    Path listed = files.newestFirst().getFirst();

    // When
    Files.delete(listed);

    // Then
    assertThat(files.read(listed)).isEmpty();
  }

  @Test
  void whatIsTooLargeIsNotRead() throws IOException {
    // Given
    var files = new KeptFiles(home, 2, 4);

    // When
    files.keep(new JsonString("longer"));

    // Then
    assertThat(files.read(files.newestFirst().getFirst())).isEmpty();
  }
}
