package dev.concordat.wire.kafkalink;

import static java.util.Comparator.comparingLong;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.jspecify.annotations.Nullable;

/// What one partition gives out in an answer, taken apart and put together again: only batches with changes are written anew,
/// with the compression, producer, transaction and offsets that they had. Markers of transactions, and messages of those that
/// were broken off, are left alone.
final class PartitionRecords {
  private static final int FIRST_BUFFER_BYTES = 4 << 10;

  private final MemoryRecords given;
  private final List<MutableRecordBatch> batches = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();

  private PartitionRecords(MemoryRecords given) {
    this.given = given;
  }

  /// Takes an answer apart.
  ///
  /// @param aborted as the broker tells consumers that read only what was committed; null for the others
  /// @return nothing for messages in a form older than Kafka 0.11, or that cannot be read
  static Optional<PartitionRecords> of(
      MemoryRecords given, @Nullable List<FetchResponseData.AbortedTransaction> aborted) {
    var read = new PartitionRecords(given);
    try {
      return read.read(aborted == null ? List.of() : aborted)
          ? Optional.of(read)
          : Optional.empty();
    } catch (KafkaException | IllegalArgumentException unreadable) {
      // Who cannot read it is the consumer, with or without a link.
      return Optional.empty();
    }
  }

  List<Message> messages() {
    return messages;
  }

  private boolean read(List<FetchResponseData.AbortedTransaction> aborted) {
    Set<Long> broken = new HashSet<>();
    Queue<FetchResponseData.AbortedTransaction> later =
        new PriorityQueue<>(comparingLong(FetchResponseData.AbortedTransaction::firstOffset));
    later.addAll(aborted);
    for (MutableRecordBatch batch : given.batches()) {
      if (batch.magic() < RecordBatch.MAGIC_VALUE_V2) {
        return false;
      }
      while (!later.isEmpty() && later.peek().firstOffset() <= batch.lastOffset()) {
        broken.add(later.remove().producerId());
      }
      if (batch.isControlBatch()) {
        broken.remove(batch.producerId());
      } else if (!batch.isTransactional() || !broken.contains(batch.producerId())) {
        for (Record record : batch) {
          messages.add(new Message(batches.size(), record.offset(), Content.of(record)));
        }
      }
      batches.add(batch);
    }
    return true;
  }

  /// Puts it together again.
  ///
  /// @param end messages from this offset on are left out, as if they were not there yet
  /// @return nothing when all is as it was
  Optional<MemoryRecords> rewritten(long end) {
    Set<Integer> changed = new HashSet<>();
    messages.stream().filter(Message::isChanged).forEach(message -> changed.add(message.batch));
    boolean isCut = !batches.isEmpty() && batches.getLast().lastOffset() >= end;
    if (changed.isEmpty() && !isCut) {
      return Optional.empty();
    }
    var out = new ByteBufferOutputStream(Math.max(FIRST_BUFFER_BYTES, given.sizeInBytes()));
    for (int i = 0; i < batches.size() && batches.get(i).baseOffset() < end; i++) {
      MutableRecordBatch batch = batches.get(i);
      if (changed.contains(i) || batch.lastOffset() >= end) {
        out.write(written(batch, i, end));
      } else {
        batch.writeTo(out);
      }
    }
    return Optional.of(MemoryRecords.readableRecords(out.buffer().flip()));
  }

  private ByteBuffer written(MutableRecordBatch batch, int number, long end) {
    List<Message> left =
        messages.stream()
            .filter(it -> it.batch == number && !it.isDropped() && it.offset < end)
            .toList();
    long last = Math.min(batch.lastOffset(), end - 1);
    if (left.isEmpty()) {
      return empty(batch, last);
    }
    var out = new ByteBufferOutputStream(Math.max(FIRST_BUFFER_BYTES, batch.sizeInBytes()));
    long appendTime =
        batch.timestampType() == TimestampType.LOG_APPEND_TIME
            ? batch.maxTimestamp()
            : RecordBatch.NO_TIMESTAMP;
    var builder =
        new MemoryRecordsBuilder(
            out,
            batch.magic(),
            Compression.of(batch.compressionType()).build(),
            batch.timestampType(),
            batch.baseOffset(),
            appendTime,
            batch.producerId(),
            batch.producerEpoch(),
            batch.baseSequence(),
            batch.isTransactional(),
            false,
            batch.partitionLeaderEpoch(),
            Integer.MAX_VALUE,
            batch.deleteHorizonMs().orElse(RecordBatch.NO_TIMESTAMP));
    for (Message message : left) {
      Content content = message.content();
      builder.appendWithOffset(
          message.offset, content.timestamp(), content.key(), content.value(), content.headers());
    }
    builder.overrideLastOffset(last);
    return builder.build().buffer();
  }

  /// As compaction leaves a batch of which nothing is left.
  private static ByteBuffer empty(MutableRecordBatch batch, long last) {
    ByteBuffer out = ByteBuffer.allocate(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
    DefaultRecordBatch.writeEmptyHeader(
        out,
        batch.magic(),
        batch.producerId(),
        batch.producerEpoch(),
        batch.baseSequence(),
        batch.baseOffset(),
        last,
        batch.partitionLeaderEpoch(),
        batch.timestampType(),
        batch.maxTimestamp(),
        batch.isTransactional(),
        false);
    return out.flip();
  }
}
