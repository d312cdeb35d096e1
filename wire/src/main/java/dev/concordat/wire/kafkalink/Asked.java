package dev.concordat.wire.kafkalink;

import dev.concordat.wire.fault.PlacedFault;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.ApiKeys;

/// A request that waits for its answer.
///
/// @param api none for one that this link does not know
/// @param version the request's, where it is one that the link knows
/// @param own whether the link itself has sent it, so that nobody waits for the answer
/// @param isFollowed whether a request of the link's own comes behind it, whose answer is waited for first
/// @param offsets where a fetch begins
/// @param sent how many messages a produce request has
/// @param copied what a request of the link's own sends once more
record Asked(
    Optional<ApiKeys> api,
    short version,
    int correlation,
    boolean own,
    boolean isFollowed,
    Offsets offsets,
    List<Sent> sent,
    List<Copied> copied) {
  /// Key, version and correlation id.
  static final int HEAD_BYTES = 8;

  /// Messages for one partition.
  record Sent(String topic, int partition, int count) {}

  /// Copies of messages for one partition.
  ///
  /// @param topic as its request names it: no name where it has the id
  /// @param by the faults that asked for them, one for each copy
  record Copied(String topic, Uuid id, int partition, List<PlacedFault> by) {}

  /// Reads the beginning that every request has.
  static Asked of(ByteBuffer head) {
    short key = head.getShort(0);
    short version = head.getShort(2);
    Optional<ApiKeys> api =
        ApiKeys.hasId(key)
            ? Optional.of(ApiKeys.forId(key)).filter(it -> it.isVersionSupported(version))
            : Optional.empty();
    return new Asked(
        api, version, head.getInt(4), false, false, Offsets.NONE, List.of(), List.of());
  }

  boolean is(ApiKeys other) {
    return api.filter(other::equals).isPresent();
  }

  Asked fetching(Offsets from) {
    return new Asked(api, version, correlation, own, isFollowed, from, sent, copied);
  }

  Asked producing(List<Sent> messages, boolean isTwice) {
    return new Asked(api, version, correlation, own, isTwice, offsets, messages, copied);
  }

  Asked byLink(int number, List<Copied> copies) {
    return new Asked(api, version, number, true, false, offsets, List.of(), copies);
  }
}
