package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.setup.config.ConfigSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {
  private static final Path PUBLISHED =
      Path.of(System.getProperty("concordat.root"), "docs", "reference", "concordat.schema.json");

  /// The schema is written from the shape that the reader checks by; `UPDATE_GOLDEN=1` writes the published copy anew.
  @Test
  void thePublishedSchemaIsWhatTheReaderAccepts() throws IOException {
    if (System.getenv("UPDATE_GOLDEN") != null) {
      Files.writeString(PUBLISHED, ConfigSchema.text());
    }
    assertThat(Files.readString(PUBLISHED)).isEqualTo(ConfigSchema.text());
  }
}
