package dev.concordat.wire.kafkalink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;

/// Answers that say where brokers are, and up to which version the link can read them.
record Addresses(Nodes nodes, TopicNames topics) {
  /// What the link must be able to read: a broker that is newer than these classes is held to what they know.
  private static final Set<ApiKeys> READ =
      Set.of(
          ApiKeys.METADATA,
          ApiKeys.FIND_COORDINATOR,
          ApiKeys.DESCRIBE_CLUSTER,
          ApiKeys.PRODUCE,
          ApiKeys.FETCH);

  private static final byte BROKERS = 1;

  /// Whether an answer is one of these.
  static boolean isIn(ApiKeys api) {
    return switch (api) {
      case METADATA, FIND_COORDINATOR, DESCRIBE_CLUSTER, API_VERSIONS -> true;
      default -> false;
    };
  }

  /// The answer as the client gets it.
  ByteBuffer rewritten(Asked asked, ByteBuffer frame) throws IOException {
    var in = new ByteBufferAccessor(frame.duplicate());
    var header = Messages.responseHeader(asked, in);
    return switch (asked.api().orElseThrow()) {
      case METADATA -> {
        var body = new MetadataResponseData(in, asked.version());
        metadata(body);
        yield Messages.answer(asked, header, body);
      }
      case FIND_COORDINATOR -> {
        var body = new FindCoordinatorResponseData(in, asked.version());
        coordinators(body);
        yield Messages.answer(asked, header, body);
      }
      case DESCRIBE_CLUSTER -> {
        var body = new DescribeClusterResponseData(in, asked.version());
        if (body.endpointType() == BROKERS) {
          for (var broker : body.brokers()) {
            InetSocketAddress own = nodes.inFrontOf(broker.host(), broker.port());
            broker.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
          }
        }
        yield Messages.answer(asked, header, body);
      }
      case API_VERSIONS -> versions(asked, frame);
      default -> frame;
    };
  }

  private void metadata(MetadataResponseData body) throws IOException {
    for (var broker : body.brokers()) {
      InetSocketAddress own = nodes.inFrontOf(broker.host(), broker.port());
      broker.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
    }
    for (var topic : body.topics()) {
      if (topic.name() != null && !topic.topicId().equals(Uuid.ZERO_UUID)) {
        topics.learn(topic.topicId(), topic.name());
      }
    }
  }

  private void coordinators(FindCoordinatorResponseData body) throws IOException {
    if (!body.host().isEmpty()) {
      InetSocketAddress own = nodes.inFrontOf(body.host(), body.port());
      body.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
    }
    for (var coordinator : body.coordinators()) {
      if (!coordinator.host().isEmpty()) {
        InetSocketAddress own = nodes.inFrontOf(coordinator.host(), coordinator.port());
        coordinator.setHost(own.getAddress().getHostAddress()).setPort(own.getPort());
      }
    }
  }

  /// A refused question about versions is answered in the oldest form (KIP-511), and names none to be held to.
  private static ByteBuffer versions(Asked asked, ByteBuffer frame) {
    var in = new ByteBufferAccessor(frame.duplicate());
    var header = Messages.responseHeader(asked, in);
    if (in.buffer().getShort(in.buffer().position()) != Errors.NONE.code()) {
      return frame;
    }
    var body = new ApiVersionsResponseData(in, asked.version());
    boolean isHeld = false;
    for (var api : body.apiKeys()) {
      boolean isRead = ApiKeys.hasId(api.apiKey()) && READ.contains(ApiKeys.forId(api.apiKey()));
      if (isRead && api.maxVersion() > ApiKeys.forId(api.apiKey()).latestVersion(true)) {
        api.setMaxVersion(ApiKeys.forId(api.apiKey()).latestVersion(true));
        isHeld = true;
      }
    }
    return isHeld ? Messages.answer(asked, header, body) : frame;
  }
}
