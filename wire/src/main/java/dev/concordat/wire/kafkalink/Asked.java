package dev.concordat.wire.kafkalink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.protocol.ApiKeys;

/// A request that waits for its answer.
///
/// @param api none for one that this link does not know
/// @param version the request's, where it is one that the link knows
/// @param own whether the link itself has sent it, so that nobody waits for the answer
/// @param isFollowed whether a request of the link's own comes behind it, whose answer is waited for first
/// @param offsets where a fetch begins
/// @param sent how many messages a produce request has
record Asked(
    Optional<ApiKeys> api,
    short version,
    int correlation,
    boolean own,
    boolean isFollowed,
    Offsets offsets,
    List<Sent> sent) {
  /// Key, version and correlation id.
  static final int HEAD_BYTES = 8;

  /// Messages for one partition.
  record Sent(String topic, int partition, int count) {}

  /// Reads the beginning that every request has.
  static Asked of(ByteBuffer head) {
    short key = head.getShort(0);
    short version = head.getShort(2);
    Optional<ApiKeys> api =
        ApiKeys.hasId(key)
            ? Optional.of(ApiKeys.forId(key)).filter(it -> it.isVersionSupported(version))
            : Optional.empty();
    return new Asked(api, version, head.getInt(4), false, false, Offsets.NONE, List.of());
  }

  boolean is(ApiKeys other) {
    return api.filter(other::equals).isPresent();
  }

  Asked fetching(Offsets from) {
    return new Asked(api, version, correlation, own, isFollowed, from, sent);
  }

  Asked producing(List<Sent> messages, boolean isTwice) {
    return new Asked(api, version, correlation, own, isTwice, offsets, messages);
  }

  Asked byLink(int number) {
    return new Asked(api, version, number, true, false, offsets, List.of());
  }
}
