package dev.concordat.wire.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/// Makes topics before anybody uses them.
public final class KafkaTopics {
  private static final int ANSWER_MILLIS = 10_000;

  private KafkaTopics() {}

  /// Makes topics on a broker that has none of them.
  ///
  /// @param bootstrap `host:port`
  /// @param partitions how many each has; 0 for what is usual at the broker
  /// @throws IOException when the broker does not make them
  public static void create(String bootstrap, Map<String, Integer> partitions)
      throws IOException, InterruptedException {
    List<NewTopic> topics =
        partitions.entrySet().stream()
            .map(
                each ->
                    new NewTopic(
                        each.getKey(),
                        Optional.of(each.getValue()).filter(count -> count > 0),
                        Optional.empty()))
            .toList();
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS))) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException refused) {
      throw new IOException("topics were not made: " + refused.getCause(), refused);
    }
  }
}
