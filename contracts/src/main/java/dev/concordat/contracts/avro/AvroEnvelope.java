package dev.concordat.contracts.avro;

import dev.concordat.model.exchange.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How a message wraps its Avro data.
public sealed interface AvroEnvelope {
  /// The data without what is around it.
  Bytes body();

  /// The wire format of Confluent's schema registry: a zero byte and the schema's id, big-endian, before the data.
  record Registry(int schemaId, Bytes body) implements AvroEnvelope {}

  /// Single-object encoding: C3 01 and the fingerprint of the writer's schema, little-endian, before the data.
  record SingleObject(long fingerprint, Bytes body) implements AvroEnvelope {}

  /// A container file, which holds its own schema.
  record ContainerFile(Bytes body) implements AvroEnvelope {}

  /// Nothing but data.
  record Bare(Bytes body) implements AvroEnvelope {}

  int HEADER_BYTES_OF_REGISTRY = 1 + Integer.BYTES;
  int HEADER_BYTES_OF_SINGLE_OBJECT = 2 + Long.BYTES;

  /// The envelope that the first bytes announce. A bare value may start with the same bytes as the registry's format: who
  /// knows the schema tries both.
  static AvroEnvelope of(byte[] message) {
    if (AvroFile.isOne(message)) {
      return new ContainerFile(Bytes.of(message));
    }
    ByteBuffer bytes = ByteBuffer.wrap(message);
    boolean isSingle =
        message.length >= HEADER_BYTES_OF_SINGLE_OBJECT
            && message[0] == (byte) 0xc3
            && message[1] == 1;
    if (isSingle) {
      return new SingleObject(
          bytes.order(ByteOrder.LITTLE_ENDIAN).getLong(2),
          Bytes.of(Arrays.copyOfRange(message, HEADER_BYTES_OF_SINGLE_OBJECT, message.length)));
    }
    if (message.length >= HEADER_BYTES_OF_REGISTRY && message[0] == 0) {
      return new Registry(
          bytes.getInt(1),
          Bytes.of(Arrays.copyOfRange(message, HEADER_BYTES_OF_REGISTRY, message.length)));
    }
    return new Bare(Bytes.of(message));
  }
}
