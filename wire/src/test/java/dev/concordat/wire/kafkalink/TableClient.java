package dev.concordat.wire.kafkalink;

import java.util.List;
import java.util.Optional;

/// A real client that sends messages to a topic one after the other, and reads partition 0 from its beginning until the last of
/// them has come.
interface TableClient {
  /// Its name and version; nothing when it is not here.
  Optional<String> version();

  /// The values that it has read, one character a byte; null for a tombstone.
  List<Optional<String>> sendAndRead(String bootstrap, String topic, List<String> values)
      throws Exception;
}
