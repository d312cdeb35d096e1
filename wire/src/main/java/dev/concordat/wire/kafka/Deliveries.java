package dev.concordat.wire.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.wire.capture.TraceParent;
import dev.concordat.wire.capture.Wiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Turns records into deliveries and hands them over.
final class Deliveries {
  private final String part;
  private final Wiring wiring;

  Deliveries(String part, Wiring wiring) {
    this.part = part;
    this.wiring = wiring;
  }

  void tell(ConsumerRecord<byte[], byte[]> record) {
    List<Header> headers = headers(record);
    wiring
        .sink()
        .seen(
            new MessageDelivery(
                wiring.ids().next(),
                part,
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                Instant.now(),
                Headers.first(headers, TraceParent.HEADER).flatMap(TraceParent::traceId),
                bytes(record.key()),
                bytes(record.value()),
                headers));
  }

  private static List<Header> headers(ConsumerRecord<byte[], byte[]> record) {
    List<Header> headers = new ArrayList<>();
    for (var header : record.headers()) {
      byte[] value = header.value();
      headers.add(new Header(header.key(), value == null ? "" : new String(value, UTF_8)));
    }
    return headers;
  }

  private Optional<Bytes> bytes(byte @Nullable [] all) {
    if (all == null) {
      return Optional.empty();
    }
    int limit = wiring.limits().bodyBytes();
    return Optional.of(
        all.length <= limit ? Bytes.of(all) : Bytes.cut(Arrays.copyOf(all, limit), all.length));
  }
}
