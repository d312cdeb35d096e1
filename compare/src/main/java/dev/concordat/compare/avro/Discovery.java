package dev.concordat.compare.avro;

import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Something that a reader makes of a writer's data and that people should know.
sealed interface Discovery {
  /// Where in the writer's data.
  Path path();

  Sentence writer();

  Sentence reader();

  /// Data that cannot be read.
  ///
  /// @param leaf the value that cannot; absent where none can
  record Unreadable(
      Path path, Optional<JsonValue> leaf, Clause why, Sentence writer, Sentence reader)
      implements Discovery {}

  /// Data that is read as something else.
  ///
  /// @param pair the types of the value
  record Lossy(Path path, Loss loss, Pair pair, Sentence writer, Sentence reader)
      implements Discovery {}

  /// Data that is read as it was meant, by code that is generated anew, or from other defaults.
  record Renewed(Path path, boolean isOfMeaning, Clause what, Sentence writer, Sentence reader)
      implements Discovery {}

  /// Nobody can tell.
  record Undecided(Path path, String why, Sentence writer, Sentence reader) implements Discovery {}
}
