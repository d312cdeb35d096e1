package dev.concordat.contracts.pact.content;

import dev.concordat.model.exchange.Bytes;
import java.util.Arrays;

/// What Confluent's serialisers put before a message: a zero and the schema's number in four bytes ("Wire format" in the
/// Schema Registry's documentation).
final class SchemaRegistryFrame {
  private static final String MEDIA_TYPES = "application/vnd.schemaregistry.";
  private static final int FRAME_BYTES = 5;

  private SchemaRegistryFrame() {}

  /// The body without the frame; as it is where it has none.
  static TypedBody removed(TypedBody body) {
    Bytes bytes = body.bytes();
    if (!body.mediaType().essence().startsWith(MEDIA_TYPES) || bytes.size() < FRAME_BYTES) {
      return body;
    }
    byte[] all = bytes.toArray();
    return all[0] == 0
        ? new TypedBody(
            body.mediaType(), Bytes.of(Arrays.copyOfRange(all, FRAME_BYTES, all.length)))
        : body;
  }
}
