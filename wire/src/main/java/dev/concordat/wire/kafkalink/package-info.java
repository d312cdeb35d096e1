/// The link between a system and a Kafka broker: the protocol passes unchanged but for the addresses of brokers, which become
/// those of the link, and what faults of messages do. Start at {@link KafkaLink}, then {@link Session}.
@NullMarked
package dev.concordat.wire.kafkalink;

import org.jspecify.annotations.NullMarked;
