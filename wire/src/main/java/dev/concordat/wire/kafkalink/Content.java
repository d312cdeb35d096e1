package dev.concordat.wire.kafkalink;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.Record;
import org.jspecify.annotations.Nullable;

/// A message without its place. The arrays belong to it and are not changed.
@SuppressWarnings("ArrayRecordComponent") // they are Kafka's
record Content(long timestamp, byte @Nullable [] key, byte @Nullable [] value, Header[] headers) {
  static Content of(Record record) {
    return new Content(
        record.timestamp(), bytes(record.key()), bytes(record.value()), record.headers());
  }

  Content withValue(byte @Nullable [] other) {
    return new Content(timestamp, key, other, headers);
  }

  long bytes() {
    long sum = (key == null ? 0 : key.length) + (value == null ? 0L : value.length);
    for (Header header : headers) {
      sum += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return sum;
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
