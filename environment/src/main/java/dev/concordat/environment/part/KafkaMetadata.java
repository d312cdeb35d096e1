package dev.concordat.environment.part;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/// Asks a broker for its metadata. Its client is made with the first question, when somebody listens.
final class KafkaMetadata implements AutoCloseable {
  private static final int QUESTION_MILLIS = 1_000;
  private static final int BACKOFF_MILLIS = 20;

  private final InetSocketAddress address;
  private @Nullable Admin admin;

  KafkaMetadata(InetSocketAddress address) {
    this.address = address;
  }

  boolean hasBroker() throws InterruptedException {
    if (admin == null) {
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + address.getPort(),
                  AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, BACKOFF_MILLIS,
                  AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, BACKOFF_MILLIS,
                  AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, BACKOFF_MILLIS));
    }
    try {
      var options = new DescribeClusterOptions().timeoutMs(QUESTION_MILLIS);
      return !admin.describeCluster(options).nodes().get().isEmpty();
    } catch (ExecutionException _) {
      return false;
    }
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
