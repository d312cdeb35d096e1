package dev.concordat.wire.kafkalink;

import dev.concordat.wire.fault.PlacedFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/// Answers that give out messages, and what faults make of them.
record Fetched(LinkState state, Nodes nodes) {
  /// How often it is looked whether a rule that holds an answer is still on.
  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  /// An answer, and how long it is held.
  ///
  /// @param holds what holds it, until when
  record Given(ByteBuffer frame, List<Hold> holds) {
    void hold(BooleanSupplier isOver) {
      for (Hold hold : holds) {
        long left;
        while ((left = hold.untilNanos() - System.nanoTime()) > 0
            && !hold.by().isRemoved()
            && !isOver.getAsBoolean()) {
          LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
        }
      }
    }
  }

  /// An answer does not go on before a moment, as long as a rule is on.
  record Hold(PlacedFault by, long untilNanos) {}

  Given given(Asked asked, ByteBuffer frame) throws IOException {
    var in = new ByteBufferAccessor(frame.duplicate());
    var header = Messages.responseHeader(asked, in);
    var body = new FetchResponseData(in, asked.version());
    boolean isChanged = false;
    boolean isDisturbed = state.disturbsMessages();
    var work = new FetchFaults(state);
    for (var topic : body.responses()) {
      String name = state.topics().name(topic.topic(), topic.topicId());
      for (var partition : topic.partitions()) {
        if (partition.records() instanceof MemoryRecords records && records.sizeInBytes() > 0) {
          long from = asked.offsets().of(name, partition.partitionIndex());
          if (isDisturbed) {
            isChanged |= work.disturb(name, partition, records, from);
          }
          count(name, partition, from);
        }
      }
    }
    for (var node : body.nodeEndpoints()) {
      InetSocketAddress own = nodes.inFrontOf(node.host(), node.port());
      node.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
      isChanged = true;
    }
    return new Given(isChanged ? Messages.answer(asked, header, body) : frame, work.holds());
  }

  private void count(String topic, FetchResponseData.PartitionData partition, long from) {
    int count = 0;
    for (RecordBatch batch : ((MemoryRecords) partition.records()).batches()) {
      Integer known = batch.countOrNull();
      if (!batch.isControlBatch() && batch.lastOffset() >= from && known != null) {
        count += (int) Math.min(known, batch.lastOffset() - from + 1);
      }
    }
    if (count > 0) {
      state.traffic().fetched(topic, count);
    }
  }
}
