package dev.concordat.wire.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/// How far the groups of consumers of a broker say that they are.
public final class KafkaGroups implements AutoCloseable {
  private static final int ANSWER_MILLIS = 5_000;
  private static final Duration LOOKS_EVERY = Duration.ofMillis(50);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final Admin admin;

  private KafkaGroups(Admin admin) {
    this.admin = admin;
  }

  /// Asks a broker; it connects with the first question.
  ///
  /// @param bootstrap `host:port`
  public static KafkaGroups open(String bootstrap) {
    return new KafkaGroups(
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "concordat-groups",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS / 2,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false)));
  }

  /// Waits until every group with members that has committed anything of a topic has committed all that the topic holds.
  ///
  /// @return false when the patience ended first, no group ever committed anything of it, or the broker does not answer
  public boolean awaitRead(String topic, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        if (isRead(topic)) {
          return true;
        }
      } catch (ExecutionException away) {
        return false;
      }
      if (System.nanoTime() >= deadline) {
        return false;
      }
      Thread.sleep(LOOKS_EVERY);
    }
  }

  private boolean isRead(String topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> ends = ends(topic);
    Collection<GroupListing> groups =
        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get();
    Map<String, ListConsumerGroupOffsetsSpec> asked =
        groups.stream()
            .filter(group -> group.groupState().filter(it -> it != GroupState.EMPTY).isPresent())
            .collect(
                Collectors.toMap(
                    GroupListing::groupId,
                    _ -> new ListConsumerGroupOffsetsSpec().topicPartitions(ends.keySet())));
    if (asked.isEmpty()) {
      return false;
    }
    boolean isCommitted = false;
    for (Map<TopicPartition, OffsetAndMetadata> group :
        admin.listConsumerGroupOffsets(asked).all().get().values()) {
      Map<TopicPartition, Long> reached = new HashMap<>();
      group.forEach(
          (partition, offset) -> {
            if (offset != null) {
              reached.put(partition, offset.offset());
            }
          });
      if (reached.isEmpty()) {
        continue;
      }
      isCommitted = true;
      if (ends.entrySet().stream()
          .anyMatch(end -> end.getValue() > reached.getOrDefault(end.getKey(), 0L))) {
        return false;
      }
    }
    return isCommitted;
  }

  private Map<TopicPartition, Long> ends(String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .values()
        .forEach(
            described ->
                described
                    .partitions()
                    .forEach(
                        it ->
                            wanted.put(
                                new TopicPartition(topic, it.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    admin.close(CLOSE_PATIENCE);
  }
}
