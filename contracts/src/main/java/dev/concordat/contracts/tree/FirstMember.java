package dev.concordat.contracts.tree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What the beginning of a JSON file says of its kind, without reading the rest: descriptions have megabytes.
public final class FirstMember {
  private FirstMember() {}

  /// The first of these names that the outermost object has as a member; empty where it has none, or where the text is no
  /// JSON object as far as it was read.
  ///
  /// @throws IOException if the file cannot be read
  public static Optional<String> of(Path file, Set<String> names) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = JsonFactories.parser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        if (names.contains(parser.currentName())) {
          return Optional.of(parser.currentName());
        }
        var _ = parser.nextToken();
        var _ = parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
