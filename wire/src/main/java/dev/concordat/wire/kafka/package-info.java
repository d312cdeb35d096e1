/// Kafka as Concordat sees and uses it: every record is observed, and cases can send their own.
@NullMarked
package dev.concordat.wire.kafka;

import org.jspecify.annotations.NullMarked;
