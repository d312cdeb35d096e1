/// Tests of the Kafka link, with a real broker and with one that follows a script.
@NullMarked
package dev.concordat.wire.kafkalink;

import org.jspecify.annotations.NullMarked;
