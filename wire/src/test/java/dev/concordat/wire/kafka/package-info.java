/// Tests of the Kafka observer and sender with a real broker.
@NullMarked
package dev.concordat.wire.kafka;

import org.jspecify.annotations.NullMarked;
