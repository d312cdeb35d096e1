package dev.concordat.wire.kafkalink;

import dev.concordat.wire.fault.DuplicateMessage;
import dev.concordat.wire.fault.PlacedFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/// Requests that send messages, and those of them that a fault sends once more. Of one connection.
final class Produced {
  private static final String CLIENT = "concordat-link";

  private final LinkState state;
  private int correlation = Integer.MIN_VALUE;

  Produced(LinkState state) {
    this.state = state;
  }

  /// What a request has.
  ///
  /// @param isAnswered whether the broker answers, which the client decides
  /// @param again what the link sends behind it
  record Reading(boolean isAnswered, List<Asked.Sent> sent, Optional<Again> again) {}

  /// A request of the link's own.
  record Again(int correlation, ByteBuffer frame, List<Asked.Copied> copied) {}

  /// Messages that are sent once more, and the faults that asked for them.
  private record Chosen(MemoryRecords records, List<PlacedFault> by) {}

  Reading read(Asked asked, ByteBuffer frame) {
    var in = new ByteBufferAccessor(frame.duplicate());
    var header = Messages.requestHeader(asked, in);
    var body = new ProduceRequestData(in, asked.version());
    List<Asked.Sent> sent = new ArrayList<>();
    var twice = new ProduceRequestData.TopicProduceDataCollection();
    List<Asked.Copied> copied = new ArrayList<>();
    for (var topic : body.topicData()) {
      String name = state.topics().name(topic.name(), topic.topicId());
      List<PlacedFault> rules = duplicating(name);
      var copies = new ArrayList<ProduceRequestData.PartitionProduceData>();
      for (var partition : topic.partitionData()) {
        if (partition.records() instanceof MemoryRecords records) {
          sent.add(new Asked.Sent(name, partition.index(), count(records)));
          Optional<Chosen> chosen = chosen(records, rules);
          if (chosen.isPresent()) {
            copies.add(
                new ProduceRequestData.PartitionProduceData()
                    .setIndex(partition.index())
                    .setRecords(chosen.get().records()));
            copied.add(
                new Asked.Copied(
                    topic.name(), topic.topicId(), partition.index(), chosen.get().by()));
          }
        }
      }
      if (!copies.isEmpty()) {
        var copy = new ProduceRequestData.TopicProduceData();
        copy.setName(topic.name()).setTopicId(topic.topicId()).setPartitionData(copies);
        twice.add(copy);
      }
    }
    Optional<Again> again = Optional.empty();
    if (!twice.isEmpty()) {
      int number = correlation++;
      var request =
          new ProduceRequestData()
              .setAcks(body.acks())
              .setTimeoutMs(body.timeoutMs())
              .setTopicData(twice);
      var own = header.duplicate().setCorrelationId(number).setClientId(CLIENT);
      again = Optional.of(new Again(number, Messages.request(asked, own, request), copied));
    }
    return new Reading(body.acks() != 0, sent, again);
  }

  private List<PlacedFault> duplicating(String topic) {
    return state.rules(topic).stream()
        .filter(placed -> placed.rule().fault() instanceof DuplicateMessage)
        .toList();
  }

  private static int count(MemoryRecords records) {
    int count = 0;
    for (RecordBatch batch : records.batches()) {
      Integer known = batch.countOrNull();
      count += known == null ? 1 : known;
    }
    return count;
  }

  /// The messages that rules choose, as one batch of nobody.
  private static Optional<Chosen> chosen(MemoryRecords records, List<PlacedFault> rules) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    List<SimpleRecord> chosen = new ArrayList<>();
    List<PlacedFault> by = new ArrayList<>();
    var compression = Compression.NONE.type();
    for (MutableRecordBatch batch : records.batches()) {
      compression = batch.compressionType();
      for (Record record : batch) {
        for (PlacedFault placed : rules) {
          if (placed.next().isPresent()) {
            if (batch.isTransactional()) {
              placed.didNotFit("a message of a transaction");
            } else {
              chosen.add(new SimpleRecord(record));
              by.add(placed);
            }
          }
        }
      }
    }
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chosen(
                MemoryRecords.withRecords(
                    RecordBatch.CURRENT_MAGIC_VALUE,
                    0,
                    Compression.of(compression).build(),
                    TimestampType.CREATE_TIME,
                    chosen.toArray(SimpleRecord[]::new)),
                by));
  }

  /// Takes back copies that the broker has refused: it leads the partition no more, say, and the producer sends the message again to
  /// the one that does.
  static void copied(Asked asked, ByteBuffer frame) {
    var in = new ByteBufferAccessor(frame.duplicate());
    var _ = Messages.responseHeader(asked, in);
    for (var topic : new ProduceResponseData(in, asked.version()).responses()) {
      for (var partition : topic.partitionResponses()) {
        if (partition.errorCode() != Errors.NONE.code()) {
          asked.copied().stream()
              .filter(it -> it.topic().equals(topic.name()) && it.id().equals(topic.topicId()))
              .filter(it -> it.partition() == partition.index())
              .forEach(it -> it.by().forEach(PlacedFault::takeBack));
        }
      }
    }
  }

  /// Notes what was acknowledged.
  ByteBuffer answered(Asked asked, ByteBuffer frame, Nodes nodes) throws IOException {
    var in = new ByteBufferAccessor(frame.duplicate());
    var header = Messages.responseHeader(asked, in);
    var body = new ProduceResponseData(in, asked.version());
    for (var topic : body.responses()) {
      String name = state.topics().name(topic.name(), topic.topicId());
      for (var partition : topic.partitionResponses()) {
        if (partition.errorCode() == Errors.NONE.code()) {
          asked.sent().stream()
              .filter(it -> it.topic().equals(name) && it.partition() == partition.index())
              .forEach(
                  it ->
                      state
                          .traffic()
                          .produced(name, it.partition(), partition.baseOffset(), it.count()));
        }
      }
    }
    if (body.nodeEndpoints().isEmpty()) {
      return frame;
    }
    for (var node : body.nodeEndpoints()) {
      InetSocketAddress own = nodes.inFrontOf(node.host(), node.port());
      node.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
    }
    return Messages.answer(asked, header, body);
  }
}
